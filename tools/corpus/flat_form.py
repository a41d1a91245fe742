"""Flattens a form, written as an HTML fragment (`source.html`), into text as extractors without a grid leave it.

style `pipes`: a row a line, cells between bars, empty where a cell of the row above goes on;
style `lines`: a cell a line, an empty cell an empty line; style `glued`: a row a line, cells without separator.
"""
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Cell:
    columns: int
    rows: int
    text: str = ""


@dataclass
class Line:
    """A paragraph (of one cell) or a row of a table."""
    in_table: bool
    cells: list = field(default_factory=list)


class Reader(HTMLParser):
    """Reads a fragment into lines; end tags of rows and cells may be left out."""

    def __init__(self, fragment):
        super().__init__()
        self.lines, self.open = [], None
        self.feed(fragment)

    def handle_starttag(self, tag, attributes):
        if tag in ("tr", "p", "h1", "h2"):
            self.lines.append(Line(tag == "tr"))
        if tag in ("td", "p", "h1", "h2"):
            spans = dict(attributes)
            self.open = Cell(int(spans.get("colspan", 1)), int(spans.get("rowspan", 1)))
            self.lines[-1].cells.append(self.open)

    def handle_endtag(self, tag):
        if tag in ("p", "h1", "h2", "table"):
            self.open = None

    def handle_data(self, data):
        if self.open:
            self.open.text += "".join(data.split())


def piped(lines):
    above = {}  # column -> rows that the cell over it still reaches down
    for line in lines:
        if not line.in_table:
            above = {}
            yield line.cells[0].text
            continue
        row, column, left = [], 0, list(line.cells)
        while left or above.get(column):
            if above.get(column):
                above[column] -= 1
                row.append("")
                column += 1
                continue
            cell = left.pop(0)
            row.append(cell.text)
            above.update({column + i: cell.rows - 1 for i in range(cell.columns)})
            column += cell.columns
        yield "| " + " | ".join(row) + " |"


def one_a_line(lines):
    for line in lines:
        yield from (cell.text for cell in line.cells)


def glued(lines):
    for line in lines:
        yield "".join(cell.text for cell in line.cells)


STYLES = {"pipes": piped, "lines": one_a_line, "glued": glued}


def render(fragment, settings, out):
    text = "\n".join(STYLES[settings["style"]](Reader(fragment).lines)) + "\n"
    out.write_bytes(text.replace("\n", settings.get("newline", "\n")).encode(settings["encoding"]))
