"""A PDF as a list of objects that can be changed and written again, streams unpacked where that is easy."""
import re
import zlib

OBJECT = re.compile(rb"(?<![0-9])(\d{1,7}) (\d{1,5}) obj\b")
STREAM = re.compile(rb"stream\r?\n")


class Object:
    """The text of an object; of a stream its dictionary, and its data apart."""

    def __init__(self, text, data=None):
        self.text, self.data = text.strip(), data

    def is_stream(self, kind=b""):
        return self.data is not None and kind in self.text

    def bytes(self):
        if self.data is None:
            return self.text
        text = self.text
        if not re.search(rb"/Length\b", text):
            text = text[:-2] + b" /Length %d >>" % len(self.data)
        return text + b"\nstream\n" + self.data + b"\nendstream"


def unpacked(text, data):
    """The stream with its Flate filter undone, where it has that one only and no predictor."""
    text = re.sub(rb"/Length \d+( \d+ R)?", b"", text)
    if re.search(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?", text) and not re.search(rb"/DecodeParms|/Filter\s*\[[^\]]*/\w+\s*/", text):
        try:
            return re.sub(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?", b"", text), zlib.decompressobj().decompress(data)
        except zlib.error:
            pass
    return text, data


class Pdf:
    def __init__(self, data):
        self.objects, self.root = {}, None
        marks = list(OBJECT.finditer(data))
        for mark, following in zip(marks, marks[1:] + [None]):
            self.read(int(mark[1]), data[mark.end():following.start() if following else len(data)])
        for packed in [o for o in self.objects.values() if o.is_stream(b"/ObjStm")]:
            self.read_packed(packed)
        self.objects = {n: o for n, o in self.objects.items() if not re.search(rb"/Type\s*/(XRef|ObjStm)", o.text)}
        roots = [n for n, o in self.objects.items() if re.search(rb"/Type\s*/Catalog\b", o.text)]
        self.root = roots[-1] if roots else None

    def read(self, number, body):
        start = STREAM.search(body)
        if start and b"endstream" in body[start.end():]:
            data = body[start.end():body.rindex(b"endstream")]
            self.objects[number] = Object(*unpacked(body[:start.start()], data))
        else:
            self.objects[number] = Object(body.split(b"endobj")[0])

    def read_packed(self, packed):
        first, count = (re.search(rb"/%s (\d+)" % key, packed.text) for key in (b"First", b"N"))
        if not first or not count:
            return
        head = [int(number) for number in packed.data[:int(first[1])].split()[:2 * int(count[1])]]
        starts = head[1::2] + [len(packed.data)]
        for i, number in enumerate(head[::2]):
            self.objects.setdefault(number, Object(packed.data[int(first[1]) + starts[i]:int(first[1]) + starts[i + 1]]
                                                   if i + 1 < len(head[::2]) else packed.data[int(first[1]) + starts[i]:]))

    def numbers(self, pattern):
        """Of the objects whose text the expression finds."""
        return sorted(n for n, o in self.objects.items() if re.search(pattern, o.text))

    def pages(self):
        return self.numbers(rb"/Type\s*/Page\b")

    def contents(self):
        """Streams that pages show."""
        found = []
        for page in self.pages():
            entry = re.search(rb"/Contents\s*(\[[^\]]*\]|\d+ \d+ R)", self.objects[page].text)
            found += [int(n) for n in re.findall(rb"(\d+) \d+ R", entry[1])] if entry else []
        return sorted({n for n in found if n in self.objects and self.objects[n].data is not None})

    def add(self, text, data=None):
        number = max(self.objects, default=0) + 1
        self.objects[number] = Object(text, data)
        return number

    def bytes(self, trailer=b"", prev=None):
        """The file with a table of its own. `prev(start)` gives where /Prev leads."""
        out, table, size = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}, max(self.objects, default=0) + 1
        for number, each in sorted(self.objects.items()):
            table[number] = len(out)
            out += b"%d 0 obj\n" % number + each.bytes() + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n" % size
        for number in range(size):
            out += b"%010d 00000 n \n" % table[number] if number in table else b"0000000000 65535 f \n"
        before = b"/Prev %d " % prev(start) if prev else b""
        root = b"/Root %d 0 R " % self.root if self.root else b""
        out += b"trailer\n<< /Size %d " % size + root + before + trailer + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(out)
