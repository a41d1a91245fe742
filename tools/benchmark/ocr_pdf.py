"""A scan with a text layer as OCR programs write it: a picture a page, and over it words of a font without glyphs."""
import random
import zlib

import pdf_file

PAGE_WIDTH, PAGE_HEIGHT, LEFT, TOP, BOTTOM = 595, 842, 80, 762, 86
SIZE, LEADING, CHARS_A_LINE = 15, 27, 29
PICTURE_WIDTH, PICTURE_HEIGHT = 1240, 1752
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def lines_of(blocks):
    for block in blocks:
        text = "　　" + block.text if block.style == "body" else block.text
        for at in range(0, len(text), CHARS_A_LINE):
            yield text[at:at + CHARS_A_LINE]


def words_of(line, chance):
    """(column, word): an OCR layer has each few characters placed and stretched by themselves."""
    at = 0
    while at < len(line):
        length = chance.choice((1, 2, 2, 3, 4))
        yield at, line[at:at + length]
        at += length


def content(lines, chance):
    out = [f"q {PAGE_WIDTH} 0 0 {PAGE_HEIGHT} 0 0 cm /Im1 Do Q", "BT 3 Tr"]
    for row, line in enumerate(lines):
        y = TOP - row * LEADING + chance.uniform(-0.6, 0.6)
        for column, word in words_of(line, chance):
            x = LEFT + column * SIZE + chance.uniform(-0.4, 0.4)
            points = SIZE + chance.uniform(-1, 1)
            out.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm /f-0-0 {points:.0f} Tf {200 * SIZE / points:.4f} Tz "
                       f"[ <{word.encode('utf-16-be').hex().upper()}> ] TJ")
    return "\n".join(out + ["ET"]).encode()


def picture(chance):
    """One bit a pixel: speckles."""
    row = PICTURE_WIDTH // 8
    return bytes(chance.choice((255, 255, 255, 255, 239, 0)) for _ in range(row)) * PICTURE_HEIGHT


def page_objects(lines, first, chance):
    text, image = zlib.compress(content(lines, chance)), zlib.compress(picture(chance))
    box = f"/MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
    return [
        f"<< /Type /Page /Parent 2 0 R {box} /Resources << /Font << /f-0-0 3 0 R >> /XObject << /Im1 {first + 2} 0 R >> >> "
        f"/Contents {first + 1} 0 R >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(text) + text + b"\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray /Length %d /Filter /FlateDecode >>"
        b"\nstream\n" % (PICTURE_WIDTH, PICTURE_HEIGHT, len(image)) + image + b"\nendstream",
    ]


def render(blocks, settings, out):
    chance = random.Random(settings.get("seed", 1))
    lines = list(lines_of(blocks))
    rows = (TOP - BOTTOM) // LEADING
    pages = [lines[at:at + rows] for at in range(0, len(lines), rows)]
    kids = " ".join(f"{6 + 3 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /DW 500 /CIDToGIDMap /Identity "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n" % len(TO_UNICODE) + TO_UNICODE + b"\nendstream",
    ]
    for number, page in enumerate(pages):
        objects += page_objects(page, 6 + 3 * number, chance)
    pdf_file.write(objects, out, "1.5")
