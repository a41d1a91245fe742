"""Sets a source text as HTML and prints it with headless Chromium (producer Skia/PDF)."""
import html
import subprocess
import tempfile
from pathlib import Path

import pdf_dates

TAGS = {"title": "h1", "chapter": "h2", "section": "h3"}
SHEET = """
@page {{ size: A4; margin: {margin}; @top-center {{ content: "{head}"; font-size: 9pt; }} @bottom-center {{ content: {foot}; font-size: 11pt; }} }}
body {{ font-family: "{font}"; font-size: {size}pt; line-height: {leading}; margin: 0; }}
h1 {{ font-size: 1.35em; text-align: center; margin: 0.3em 0; }}
h2, h3, p {{ font-size: 1em; text-indent: 2em; margin: 0; text-align: justify; }}
h2 {{ font-family: "{head_font}"; }}
.cover {{ text-indent: 0; margin: 0.4em 1em; }}
.center {{ text-align: center; text-indent: 0; }}
.right {{ text-align: right; text-indent: 0; padding-right: 2em; }}
.red {{ text-align: center; text-indent: 0; color: #c00; font-size: 1.9em; border-bottom: 2pt solid #c00; }}
.page {{ break-before: page; }}
table {{ border-collapse: collapse; width: calc(100% - 1pt); font-size: 0.75em; line-height: 1.35; }}
td {{ border: 0.6pt solid #000; padding: 2pt 3pt; text-align: center; }}
"""


def counter(pattern):
    before, _, after = pattern.partition("{}")
    return f'"{before}" counter(page) "{after}"' if pattern else '""'


def element(block):
    page = " page" if block.new_page else ""
    if block.style == "table":
        rows = "".join("<tr>" + "".join(f'<td colspan="{span}">{html.escape(text)}</td>' for text, span in row) + "</tr>"
                       for row in block.rows)
        return f'<table class="{page}">{rows}</table>'
    tag = TAGS.get(block.style, "p")
    return f'<{tag} class="{block.style}{page}">{html.escape(block.text)}</{tag}>'


def page(blocks, settings):
    sheet = SHEET.format(margin=settings.get("margin", "30mm 26mm"), head=settings.get("running_head", ""),
                         foot=counter(settings.get("page_number", "")), font=settings.get("font", "Noto Serif CJK SC"), head_font=settings.get("head_font", "Noto Sans CJK SC"),
                         size=settings.get("size", 16), leading=settings.get("leading", 1.75))
    body = "\n".join(element(block) for block in blocks)
    return f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title></title><style>{sheet}</style><body>{body}</body></html>'


def print_page(text, out):
    """Prints one HTML text."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.html"
        source.write_text(text, encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", f"--user-data-dir={folder}/profile",
                        "--no-pdf-header-footer", f"--print-to-pdf={out}", source.as_uri()],
                       check=True, capture_output=True, timeout=180)
    pdf_dates.fix(out)


def render(blocks, settings, out):
    print_page(page(blocks, settings), out)
