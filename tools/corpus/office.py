"""Sets a source text as a flat OpenDocument text and prints it with LibreOffice Writer."""
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pdf_dates

NAMESPACES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible")))
# name: (factor of the body size, text properties, paragraph properties)
STYLES = {
    "title": (1.3, 'fo:font-weight="bold" style:font-weight-asian="bold"', 'fo:text-align="center" fo:margin-top="6pt" fo:margin-bottom="6pt"'),
    "red": (1.9, 'fo:color="#cc0000"', 'fo:text-align="center" fo:border-bottom="2pt solid #cc0000" fo:margin-bottom="10pt"'),
    "center": (1, "", 'fo:text-align="center"'),
    "right": (1, "", 'fo:text-align="end" fo:margin-right="1cm"'),
    "cover": (1, "", 'fo:margin-top="3pt" fo:margin-bottom="3pt"'),
    "chapter": (1, 'style:font-name="head" style:font-name-asian="head"', 'fo:text-indent="{indent}pt"'),
    "section": (1, 'fo:font-weight="bold" style:font-weight-asian="bold"', 'fo:text-indent="{indent}pt"'),
    "body": (1, "", 'fo:text-indent="{indent}pt" fo:text-align="justify"'),
    "cell": (0.72, "", 'fo:text-align="center"'),
    "margin": (0.65, "", 'fo:text-align="center"'),
}


def paragraph_styles(size, leading):
    out = []
    for name, (factor, text, paragraph) in STYLES.items():
        points = size * factor
        line = "" if name in ("cell", "margin", "red") else f'fo:line-height="{leading}pt"' if factor == 1 else ""
        properties = paragraph.format(indent=2 * size)
        for suffix, extra in (("", ""), ("-page", 'fo:break-before="page"')):
            out.append(f'<style:style style:name="{name}{suffix}" style:family="paragraph">'
                       f'<style:paragraph-properties style:punctuation-wrap="simple" {properties} {line} {extra}/>'
                       f'<style:text-properties style:font-name="body" style:font-name-asian="body" fo:font-size="{points:g}pt" '
                       f'style:font-size-asian="{points:g}pt" fo:language="zh" fo:country="CN" {text}/></style:style>'
                       .replace('style:font-name="body" style:font-name-asian="body"', "", 1 if 'font-name="head"' in text else 0))
    return "".join(out)


def table(block, number):
    columns = max(sum(span for _, span in row) for row in block.rows)
    out = [f'<table:table table:name="t{number}" table:style-name="grid"><table:table-column table:number-columns-repeated="{columns}"/>']
    for row in block.rows:
        out.append("<table:table-row>")
        for text, span in row:
            out.append(f'<table:table-cell table:style-name="box" table:number-columns-spanned="{span}" office:value-type="string">'
                       f'<text:p text:style-name="cell">{escape(text)}</text:p></table:table-cell>' + "<table:covered-table-cell/>" * (span - 1))
        out.append("</table:table-row>")
    return "".join(out) + "</table:table>"


def body(blocks):
    out = []
    for number, block in enumerate(blocks):
        if block.style == "table":
            out.append(table(block, number))
        else:
            out.append(f'<text:p text:style-name="{block.style}{"-page" if block.new_page else ""}">{escape(block.text)}</text:p>')
    return "\n".join(out)


def furniture(tag, pattern):
    if not pattern:
        return ""
    text = escape(pattern).replace("{}", "<text:page-number/>")
    return f'<style:{tag}><text:p text:style-name="margin">{text}</text:p></style:{tag}>'


def document(blocks, settings):
    size = settings.get("size", 16)
    font = settings.get("font", "Noto Serif CJK SC")
    head, foot = settings.get("running_head", ""), settings.get("page_number", "")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="body" svg:font-family="'{font}'"/><style:font-face style:name="head" svg:font-family="'{settings.get("head_font", "Noto Sans CJK SC")}'"/></office:font-face-decls>
<office:styles>{paragraph_styles(size, settings.get("leading", 28))}</office:styles>
<office:automatic-styles>
<style:style style:name="grid" style:family="table"><style:table-properties table:align="margins"/></style:style>
<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.6pt solid #000000" fo:padding="2pt"/></style:style>
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.6cm" fo:margin-bottom="2.2cm" fo:margin-left="2.7cm" fo:margin-right="2.6cm"/>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4">{furniture("header", head)}{furniture("footer", foot)}</style:master-page></office:master-styles>
<office:body><office:text>{body(blocks)}</office:text></office:body></office:document>"""


def print_source(text, suffix, reader, out):
    """Prints the text of a file `source<suffix>`, read by the import filter `reader` ("" for the suffix's own)."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"source{suffix}"
        source.write_text(text, encoding="utf-8")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        *([f"--infilter={reader}"] if reader else []), "--convert-to", "pdf:writer_pdf_Export",
                        "--outdir", folder, str(source)], check=True, capture_output=True, timeout=240)
        out.write_bytes((Path(folder) / "source.pdf").read_bytes())
    pdf_dates.fix(out)


def render(blocks, settings, out):
    print_source(document(blocks, settings), ".fodt", "", out)
