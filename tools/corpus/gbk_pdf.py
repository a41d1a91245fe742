"""A PDF as old office drivers wrote it: one CID font, not embedded, GBK codes as text, no ToUnicode map."""
import pdf_file

PAGE_WIDTH, PAGE_HEIGHT, LEFT, TOP, BOTTOM = 595, 842, 80, 762, 86
NOT_FIRST = "，。、；：？！）》〉」』】〕”’%％"
FACTOR = {"title": 1.35, "red": 1.35}


def width(text):
    """In em: half a square for ASCII, a square for the rest."""
    return sum(0.5 if ord(c) < 128 else 1 for c in text)


def wrap(text, first, rest):
    """Lines of at most `first`, then `rest` em; no closing mark begins a line, no ASCII run is cut."""
    lines, line, limit = [], "", first
    for c in text:
        if width(line + c) > limit and c not in NOT_FIRST:
            cut = len(line)
            while cut > 1 and ord(c) < 128 and ord(line[cut - 1]) < 128 and line[cut - 1] != " ":
                cut -= 1
            lines.append(line[:cut])
            line, limit = line[cut:], rest
        line += c
    return lines + [line]


def set_block(block, size, measure):
    """(x, size, text) for each line of a block."""
    points = size * FACTOR.get(block.style, 1)
    em = measure / points
    if block.style in ("title", "red", "center"):
        return [(LEFT + (measure - width(line) * points) / 2, points, line) for line in wrap(block.text, em, em)]
    if block.style == "right":
        return [(LEFT + measure - (width(block.text) + 2) * points, points, block.text)]
    if block.style == "cover":
        return [(LEFT, points, line) for line in wrap(block.text, em, em)]
    lines = wrap(block.text, em - 2, em)
    return [(LEFT + (2 * points if i == 0 else 0), points, line) for i, line in enumerate(lines)]


def paginate(blocks, settings):
    size, leading = settings.get("size", 15), settings.get("leading", 27)
    pages, y = [[]], TOP
    for block in blocks:
        assert block.style != "table", "no tables here"
        if block.new_page and pages[-1]:
            pages.append([])
            y = TOP
        for x, points, line in set_block(block, size, PAGE_WIDTH - 2 * LEFT):
            if y < BOTTOM:
                pages.append([])
                y = TOP
            pages[-1].append((x, y, points, line))
            y -= leading * max(1, points / size)
    return pages


def show(x, y, points, text):
    return f"BT /F1 {points:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{text.encode('gbk').hex()}> Tj ET\n"


def content(lines, number, settings):
    out = "".join(show(*line) for line in lines)
    for pattern, y in ((settings.get("running_head", ""), 800), (settings.get("page_number", ""), 50)):
        text = pattern.replace("{}", str(number))
        if text:
            out += show((PAGE_WIDTH - width(text) * 10.5) / 2, y, 10.5, text)
    return out.encode("ascii")


def render(blocks, settings, out):
    pages = paginate(blocks, settings)
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        b"/FontDescriptor 5 0 R /DW 1000 /W [814 939 500 7716 7716 500] >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        b"/CapHeight 880 /StemV 93 >>",
    ]
    for i, lines in enumerate(pages):
        stream = content(lines, i + 1, settings)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> "
                       f"/Contents {7 + 2 * i} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"endstream")
    pdf_file.write(objects, out)
