"""Small files that want much: Flate bombs, floods of glyphs and lines, deep nesting, and ZIP archives of that kind."""
import functools
import io
import re
import zipfile
import zlib

MEGABYTE = 1 << 20


def show(pdf, data, entries=b"/Filter /FlateDecode"):
    """Makes `data` the content of every page."""
    stream = pdf.add(b"<< " + entries + b" >>", data)
    for number in pdf.pages():
        page = pdf.objects[number]
        page.text = re.sub(rb"/Contents\s*(\[[^\]]*\]|\d+ \d+ R)", b"", page.text)[:-2] + b" /Contents %d 0 R >>" % stream
    return pdf.bytes()


@functools.cache  # the few there are take most of the time
def repeated(unit, size, level=6):
    packer, out = zlib.compressobj(level), []
    chunk = unit * (MEGABYTE // len(unit))
    for _ in range(max(1, size // MEGABYTE)):
        out.append(packer.compress(chunk))
    return b"".join(out) + packer.flush()


def flate_bomb(random, pdf):
    size = random.choice([16, 128, 512]) * MEGABYTE
    unit = random.choice([b"\0", b" ", b"q ", b"[", b"(", b"1 0 0 1 0 0 cm "])
    return show(pdf, repeated(unit, size)), f"content of {size // MEGABYTE} MB of {unit!r}"


def flate_in_flate(random, pdf):
    depth = random.choice([2, 4, 8, 40])
    data = repeated(b"0 0 m 9 9 l S ", 64 * MEGABYTE)
    for _ in range(depth - 1):
        data = zlib.compress(data)
    return show(pdf, data, b"/Filter [" + b"/FlateDecode " * depth + b"]"), f"64 MB packed {depth} times"


def flood(random, pdf):
    unit = random.choice([b"BT /F1 9 Tf 9 9 Td (0123456789) Tj ET\n", b"0 5 m 500 5 l S\n", b"0 0 1 400 re f\n",
                          b"/Span << /ActualText (12) >> BDC EMC\n", b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI\n", b"9 9 m 9 9 9 9 9 9 c S\n"])
    size = random.choice([2, 16, 64]) * MEGABYTE
    return show(pdf, repeated(unit, size)), f"{size // MEGABYTE} MB of {unit.strip().decode()}"


def many_lines(random, pdf):
    """Different lines everywhere: a table with too many squares."""
    count = random.choice([500, 3000, 20000])
    lines = [b"%.2f 10 m %.2f 800 l 10 %.2f m 580 %.2f l S" % (at, at, at, at)
             for at in (10 + 560 * i / count for i in range(count))]
    return show(pdf, zlib.compress(b"0.1 w\n" + b"\n".join(lines))), f"{count} lines across, {count} down"


def deep_nesting(random, pdf):
    depth = random.choice([100, 1000, 100000])
    opening, closing = random.choice([(b"[", b"]"), (b"<< /A ", b">>"), (b"(", b")")])
    nested = opening * depth + closing * depth
    pdf.objects[pdf.root].text = pdf.objects[pdf.root].text[:-2] + b" /Names " + nested + b" >>"
    return show(pdf, zlib.compress(nested + b" TJ\n")), f"{opening.decode().strip()} {depth} deep"


def repeated_contents(random, pdf):
    streams, count = pdf.contents(), random.choice([1000, 100000])
    if not streams:
        return pdf.bytes(), "no content stream to repeat"
    for number in pdf.pages():
        page = pdf.objects[number]
        page.text = re.sub(rb"/Contents\s*(\[[^\]]*\]|\d+ \d+ R)", b"/Contents [" + b"%d 0 R " % random.choice(streams) * count + b"]",
                           page.text)
    return pdf.bytes(), f"each page shows a stream {count} times"


def repeated_pages(random, pdf):
    count, pages = random.choice([5000, 200000]), pdf.pages()
    for number in pdf.numbers(rb"/Type\s*/Pages\b"):
        node = pdf.objects[number]
        node.text = re.sub(rb"/Kids\s*\[[^\]]*\]", b"/Kids [" + b"%d 0 R " % pages[0] * count + b"]", node.text)
        node.text = re.sub(rb"/Count\s+\d+", b"/Count %d" % count, node.text)
    return pdf.bytes(), f"page {pages[0]} stands {count} times"


def huge_picture(random, pdf):
    kind = random.choice([b"/DCTDecode", b"/JPXDecode", b"/JBIG2Decode", b"/CCITTFaxDecode", b"/FlateDecode", b"/LZWDecode"])
    picture = pdf.add(b"<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
                      b"/Filter " + kind + b" >>", repeated(b"\0", 16 * MEGABYTE))
    for number in pdf.pages():
        page = pdf.objects[number]
        page.text = re.sub(rb"/Resources\s*\d+ \d+ R", b"", page.text)[:-2] + b" /Resources << /XObject << /Im %d 0 R >> >> >>" % picture
    return show(pdf, zlib.compress(b"/Im Do ")), f"a picture of 100000 x 100000, {kind.decode()}"


def cmap_bomb(random, pdf):
    size = random.choice([10000, 300000])
    cmap = pdf.add(b"<< /Filter /FlateDecode >>", zlib.compress(
        b"begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n" +
        b"100 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 begincidrange <0000> <FFFF> 0 endcidrange\n" * (size // 1000)))
    fonts = pdf.numbers(rb"/Type\s*/Font\b")
    for number in fonts:
        font = pdf.objects[number]
        font.text = re.sub(rb"/ToUnicode\s*\d+ \d+ R", b"", font.text)[:-2] + b" /ToUnicode %d 0 R >>" % cmap
    return pdf.bytes(), f"{len(fonts)} fonts with a character map of all codes, {size // 1000} times"


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def zip_of_zeros(random, pdf):
    size = random.choice([64, 512]) * MEGABYTE
    return zipped([("report.pdf", bytes(size)), ("good.pdf", pdf.bytes())]), f"ZIP with {size // MEGABYTE} MB of zeros"


def zip_in_zip(random, pdf):
    data, depth = zipped([("report.pdf", pdf.bytes())]), random.choice([2, 5, 50])
    for level in range(depth):
        copies = 2 if len(data) < MEGABYTE else 1
        data = zipped([(f"{level}-{copy}.zip", data) for copy in range(copies)])
    return data, f"ZIP in ZIP, {depth} deep"


def zip_of_names(random, pdf):
    names = ["../../outside.pdf", "/etc/outside.pdf", "C:\\outside.pdf", "a/../../b.pdf", "x" * 5000 + ".pdf", "\0.pdf", ".", "con.pdf", "同名.pdf",
             "同名.pdf"]
    return zipped([(name, pdf.bytes()) for name in random.sample(names, 6)]), "ZIP whose names lead elsewhere"


def zip_of_many(random, pdf):
    count = random.choice([5000, 60000])
    return zipped([(f"{i}.txt", b"") for i in range(count)]), f"ZIP of {count} empty files"


ALL = [flate_bomb, flate_in_flate, flood, many_lines, deep_nesting, repeated_contents, repeated_pages, huge_picture, cmap_bomb]
ZIPS = [zip_of_zeros, zip_in_zip, zip_of_names, zip_of_many]
