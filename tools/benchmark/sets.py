"""PDFs to measure with, made from the sources of corpus/ by chance that is always the same: five kinds, each of
documents of the lengths that reports have."""
import functools
import pathlib
import random
import re
import sys
import tomllib

TOOLS = pathlib.Path(__file__).resolve().parent
ROOT = TOOLS.parents[1]
sys.path.insert(0, str(ROOT / "tools" / "corpus"))
import chromium  # noqa: E402
import form_pages  # noqa: E402
import gbk_pdf  # noqa: E402
import text_model  # noqa: E402

import ocr_pdf  # noqa: E402

PAGES = (5, 6, 7, 8, 10, 12, 15, 20, 28, 36)
ROUNDS = 3  # documents of each length
REPORT_CHARS = 5500  # of a report: the corpus packs about 50 figures into 1,500; published ones have 11 in 1,000
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?=\s*(?:万元|亿元|元|[%％]|人|户|个|家|亩|公里|项|分))")


def other_figures(text, chance):
    """The text with other digits in its figures, as many of them."""
    def digits(match):
        out = re.sub(r"\d", lambda _: chance.choice("0123456789"), match[0])
        return chance.choice("123456789") + out[1:]
    return FIGURE.sub(digits, text)


@functools.cache
def narratives():
    """(text, settings) of the narrative reports in corpus/."""
    out = []
    for settings in sorted((ROOT / "corpus").glob("*/render.toml")):
        source = settings.parent / "source.txt"
        if source.exists():
            out.append((source.read_text(encoding="utf-8"), tomllib.loads(settings.read_text(encoding="utf-8"))))
    return out


@functools.cache
def prose():
    """Sentences as reports have them between their figures."""
    return (TOOLS / "prose.txt").read_text(encoding="utf-8").split()


def prose_paragraph(chance):
    return text_model.Block("body", "".join(chance.sample(prose(), chance.randint(2, 4))))


def with_prose(blocks, chars, chance):
    """The blocks with paragraphs of prose among those of the text, as many characters in all."""
    bodies = [i for i, block in enumerate(blocks) if block.style == "body"]
    behind = {i: [] for i in bodies}
    length = length_of(blocks)
    while length < chars:
        paragraph = prose_paragraph(chance)
        behind[chance.choice(bodies)].append(paragraph)
        length += length_of([paragraph])
    return [each for i, block in enumerate(blocks) for each in [block, *behind.get(i, [])]]


def length_of(blocks):
    return sum(len(block.text) + 12 for block in blocks)


def report_blocks(chars, chance):
    """Blocks of about that many characters: reports one behind the other, without tables, the corpus's figures spread as
    thin as those of real reports."""
    blocks = []
    for number in range(max(1, round(chars / REPORT_CHARS))):
        text, settings = chance.choice(narratives())
        new = [b for b in text_model.blocks(other_figures(text, chance), settings) if b.style != "table"]
        new[0].new_page = number > 0
        blocks += new
    return with_prose(blocks, chars, chance)


def forms(pages, chance):
    """An HTML fragment of forms, about a page each."""
    fragments = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("form-*/source.html"))]
    picked = [other_figures(chance.choice(fragments), chance) for _ in range(max(1, round(pages / 2.3)))]
    return '<p class="page"></p>'.join(picked)


def narrative_pdf(pages, chance, out):
    chromium.render(report_blocks(530 * pages, chance), {"font": "WenQuanYi Zen Hei", "head_font": "WenQuanYi Zen Hei", "page_number": "{}"}, out)


def type3_pdf(pages, chance, out):
    chromium.render(report_blocks(530 * pages, chance), {"font": "Noto Serif CJK SC", "page_number": "{}"}, out)


def form_pdf(pages, chance, out):
    form_pages.browser(forms(pages, chance), {}, out)


def ocr_layer_pdf(pages, chance, out):
    ocr_pdf.render(report_blocks(660 * pages, chance), {"seed": pages}, out)


def gbk_layer_pdf(pages, chance, out):
    gbk_pdf.render(report_blocks(590 * pages, chance), {}, out)


SETS = {"narrative": narrative_pdf, "forms": form_pdf, "ocr_layer": ocr_layer_pdf, "gbk": gbk_layer_pdf, "type3": type3_pdf}


def make(folder):
    """Makes what is missing under `folder`, or older than what it is made by; returns the PDFs of each set."""
    sets = {}
    changed = max((TOOLS / name).stat().st_mtime for name in ("sets.py", "ocr_pdf.py", "prose.txt"))
    for name, render in SETS.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        sets[name] = []
        for number, pages in enumerate(PAGES * ROUNDS, 1):
            out = folder / name / f"{number:02}.pdf"
            if not out.exists() or out.stat().st_mtime < changed:
                print(f"making {name}/{out.name}", file=sys.stderr)
                render(pages, random.Random(f"{name} {number}"), out)
            sets[name].append(out)
    return sets
