"""A source text becomes blocks that every producer can set.

A line of `source.txt` is a paragraph, an empty line is nothing, a form feed alone on a line starts a page,
lines that begin with `|` are the rows of a ruled table (`||` inside a row: the cell before spans two columns).
Which line is a title, a sign-off or a red head is said by `render.toml` (a title only before the first heading of a report);
headings are known by their marks.
"""
import re
from dataclasses import dataclass, field

CHAPTER = re.compile(r"^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．])")
SECTION = re.compile(r"^[（(][一二三四五六七八九十]+[)）]")
COVER = re.compile(r"^[（(]?[\u4e00-\u9fff]{2,10}(?:[（(][\u4e00-\u9fff]+[)）])?：")
HEADING_LENGTH = 40


@dataclass
class Block:
    style: str                      # title red center right cover chapter section body table
    text: str = ""
    rows: list = field(default_factory=list)   # of lists of (text, columns spanned)
    new_page: bool = False


def cells(line):
    row = []
    for cell in line.strip()[1:-1].split("|"):
        if cell == "" and row:
            row[-1] = (row[-1][0], row[-1][1] + 1)
        else:
            row.append((cell.strip(), 1))
    return row


def style_of(line, settings, in_cover):
    for style in ("title", "red", "center", "right", "body"):
        if line in settings.get(style, []) and (in_cover or style != "title"):
            return style
    if in_cover and COVER.match(line):
        return "cover"
    if len(line) <= HEADING_LENGTH and line[-1] not in "。；":
        if CHAPTER.match(line):
            return "chapter"
        if SECTION.match(line):
            return "section"
    return "body"


def blocks(text, settings):
    """The blocks of a source text; `settings` is its render.toml."""
    out, new_page, in_cover = [], False, True
    for line in text.split("\n"):
        if line == "\f":
            new_page = in_cover = True
            continue
        line = line.strip()
        if not line:
            continue
        if line.startswith("|"):
            if not (out and out[-1].style == "table") or new_page:
                out.append(Block("table", new_page=new_page))
            out[-1].rows.append(cells(line))
        else:
            style = style_of(line, settings, in_cover)
            in_cover = in_cover and style not in ("chapter", "section")
            out.append(Block(style, line, new_page=new_page))
        new_page = False
    return out
