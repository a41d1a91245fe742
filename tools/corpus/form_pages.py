"""Sets a form, written as an HTML fragment (`source.html`), and prints it with Chromium or LibreOffice.

Chromium draws table rules as thin filled boxes and leaves a table open where the page breaks; LibreOffice strokes them and closes
the table at the foot of the page and again at the head of the next. A `thead` is repeated on every page by both.
"""
import re
import subprocess
import tempfile
from pathlib import Path

import chromium
import office
import pdf_dates
import scan

BROWSER = """
@page {{ size: {paper}; margin: {margin}; @top-center {{ content: "{head}"; font-size: 9pt; }} @bottom-center {{ content: {foot}; font-size: 10pt; }} }}
@page wide {{ size: A4 landscape; }}
.wide {{ page: wide; }}
body {{ font-family: "{font}"; font-size: {size}pt; line-height: 1.4; margin: 0; }}
h1 {{ font-size: 1.6em; text-align: center; margin: 0.2em 0; }}
h2, p {{ font-size: 1em; margin: 0; }}
h2, p.text {{ text-indent: 2em; line-height: 1.8; }}
.center {{ text-align: center; }} .right {{ text-align: right; }} .page {{ break-before: page; }}
table {{ border-collapse: collapse; width: calc(100% - 1pt); margin: 2pt 0; }}
td {{ border: 0.6pt solid #000; padding: 2pt 3pt; text-align: center; }}
td.left {{ text-align: left; }} td.down {{ writing-mode: vertical-rl; font-family: "Noto Sans CJK SC"; }}
{extra}"""
OFFICE = """
@page {{ size: {paper}; margin: {margin} }}
p, td, h1, h2 {{ font-family: "{font}"; font-size: {size}pt; margin: 0 }}
h1 {{ font-size: {title}pt; text-align: center }}
p.center, td {{ text-align: center }}
p.right {{ text-align: right }}
p.text {{ text-indent: 2em }}
td.left {{ text-align: left }}
"""
OFFICE_TABLE = '<table width="100%" border="1" bordercolor="#000000" rules="all" cellspacing="0" cellpadding="3" style="border-collapse: collapse"'


def page(fragment, sheet):
    return f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title></title><style>{sheet}</style><body>{fragment}</body></html>'


def browser(fragment, settings, out):
    sheet = BROWSER.format(paper=settings.get("paper", "A4"), margin=settings.get("margin", "20mm 18mm"),
                           head=settings.get("running_head", ""), foot=chromium.counter(settings.get("page_number", "")),
                           font=settings.get("font", "WenQuanYi Zen Hei"), size=settings.get("size", 9), extra=settings.get("sheet", ""))
    chromium.print_page(page(fragment, sheet), out)


def writer(fragment, settings, out):
    size = settings.get("size", 9)
    sheet = OFFICE.format(paper=settings.get("paper", "210mm 297mm"), margin=settings.get("margin", "20mm 18mm"),
                          font=settings.get("font", "WenQuanYi Zen Hei"), size=size, title=1.6 * size)
    fragment = re.sub(r"<table\b", OFFICE_TABLE, fragment)
    fragment = re.sub(r'(<(?:h1|p)) class=(["\']?)page\2', r'\1 style="page-break-before: always"', fragment)
    office.print_source(page(fragment, sheet), ".html", "HTML (StarWriter)", out)
    if turned := settings.get("turned"):
        turn(out, turned)


def turn(out, degrees):
    """Lays the pages on their side and has the viewer turn them back by `degrees`: they look as before, their contents do not."""
    qpdf = ["qpdf", "--replace-input", "--deterministic-id", out]
    subprocess.run([*qpdf, f"--rotate=+{360 - degrees}", "--flatten-rotation"], check=True)
    subprocess.run([*qpdf, f"--rotate=+{degrees}"], check=True)
    pdf_dates.fix(out)


def scanned(fragment, settings, out):
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.pdf"
        writer(fragment, settings, clean)
        scan.scan(clean, settings, out)
