"""Faults in a PDF's structure. Each takes (random, Pdf) and gives (bytes, what was done)."""
import re

HUGE = [b"-1", b"0", b"1e9", b"2147483647", b"2147483648", b"-2147483648", b"4294967295", b"9223372036854775807",
        b"99999999999999999999", b"1e38", b"-1e38", b"0.0000000001", b"65536", b"1000000"]
NUMBER = re.compile(rb"(?<![\w.#/])[-+]?\d*\.?\d+(?![\w.#])")


def with_number(random, text, value):
    """One number of `text` replaced, references left alone."""
    spots = [m for m in NUMBER.finditer(text) if not re.match(rb" \d+ R\b| R\b", text[m.end():m.end() + 10])]
    if not spots:
        return text, b""
    spot = random.choice(spots)
    return text[:spot.start()] + value + text[spot.end():], spot[0]


def swapped_objects(random, pdf):
    pairs = [random.sample(sorted(pdf.objects), 2) for _ in range(random.choice([1, 3, 10]))]
    for a, b in pairs:
        pdf.objects[a], pdf.objects[b] = pdf.objects[b], pdf.objects[a]
    return pdf.bytes(), f"objects swapped: {pairs}"


def lost_objects(random, pdf):
    lost = random.sample(sorted(pdf.objects), min(len(pdf.objects), random.choice([1, 3, 10])))
    for number in lost:
        del pdf.objects[number]
    return pdf.bytes(), f"objects missing: {lost}"


def wrong_references(random, pdf):
    changed = []
    for number in random.sample(sorted(pdf.objects), min(len(pdf.objects), 5)):
        target = random.choice(sorted(pdf.objects))
        each = pdf.objects[number]
        each.text = re.sub(rb"\d+ 0 R", b"%d 0 R" % target, each.text, count=1)
        changed.append((number, target))
    return pdf.bytes(), f"first references changed (object, to): {changed}"


def page_tree_loop(random, pdf):
    nodes, pages = pdf.numbers(rb"/Type\s*/Pages\b"), pdf.pages()
    node, kid = random.choice(nodes), random.choice(nodes + pages)
    text = pdf.objects[node].text
    pdf.objects[node].text = re.sub(rb"/Kids\s*\[", b"/Kids [%d 0 R " % node, re.sub(rb"/Count\s+\d+", b"/Count 4000", text))
    parent = pdf.objects[kid]
    parent.text = re.sub(rb"/Parent\s+\d+ 0 R", b"", parent.text)[:-2] + b" /Parent %d 0 R >>" % kid
    return pdf.bytes(), f"page tree node {node} is its own kid, {kid} its own parent"


def form_loop(random, pdf):
    """Form XObjects that call each other, twice each: 2^depth calls where nobody counts."""
    forms, first = random.choice([1, 2, 20]), max(pdf.objects) + 1
    for i in range(forms):
        following = first + (i + 1) % forms
        pdf.add(b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /Fx %d 0 R >> >> >>" % following,
                b"/Fx Do 0 0 m 9 9 l S /Fx Do\n")
    for number in pdf.pages():
        page = pdf.objects[number]
        page.text = re.sub(rb"/Contents\s*(\[[^\]]*\]|\d+ \d+ R)|/Resources\s*\d+ \d+ R", b"", page.text)[:-2] + (
            b" /Contents %d 0 R /Resources << /XObject << /Fx %d 0 R >> >> >>" % (first + forms, first))
    pdf.add(b"<< >>", b"/Fx Do\n")
    return pdf.bytes(), f"{forms} form XObjects call each other in a circle"


def prev_loop(random, pdf):
    to_itself = random.random() < 0.5
    data = pdf.bytes(prev=lambda start: start if to_itself else max(0, start - 50))
    if to_itself:
        return data, "/Prev leads to its own table"
    start = data.rindex(b"\nxref\n") + 1
    more = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return data.replace(b"/Prev %d " % max(0, start - 50), b"/Prev %d " % len(data)) + more % (pdf.root or 1, start, len(data)), \
        "two tables are each other's /Prev"


def self_references(random, pdf):
    """Values that lead to the object they stand in: lengths, fonts, resources."""
    key = random.choice([b"/Length", b"/Resources", b"/Font", b"/DescendantFonts", b"/ToUnicode", b"/XObject", b"/Contents", b"/Kids"])
    holders = pdf.numbers(key)[:50] or sorted(pdf.objects)[:5]
    for number in holders:
        each = pdf.objects[number]
        each.text = re.sub(key + rb"\s*(\d+ \d+ R|\d+|\[[^\]]*\])?", key + b" %d 0 R " % number, each.text, count=1)
    return pdf.bytes(), f"{key.decode()} of {len(holders)} objects leads to themselves"


def huge_entry(random, pdf):
    """A number of a dictionary: lengths, counts, boxes, widths."""
    keys = [rb"/Length\d?", rb"/Count", rb"/MediaBox", rb"/CropBox", rb"/W(idths)?\b", rb"/DW", rb"/FirstChar", rb"/Rotate", rb"/Columns",
            rb"/FontMatrix", rb"/BBox", rb"/Matrix", rb"/Height", rb"/Width", rb"/UserUnit", rb"/Size", rb"/Ascent", rb"/FontBBox"]
    done = []
    for _ in range(random.choice([1, 4])):
        key, value = random.choice([key for key in keys if pdf.numbers(key)]), random.choice(HUGE)
        each = pdf.objects[random.choice(pdf.numbers(key))]
        at = re.search(key, each.text).end()
        tail, old = with_number(random, each.text[at:at + 60], value)
        each.text = each.text[:at] + tail + each.text[at + 60:]
        done.append(f"{key.decode()} {old.decode()} -> {value.decode()}")
    return pdf.bytes(), "; ".join(done)


def huge_media_box(random, pdf):
    box = b" ".join(random.choice(HUGE + [b"0", b"595", b"842"]) for _ in range(4))
    for number in pdf.pages():
        page = pdf.objects[number]
        page.text = re.sub(rb"/(Media|Crop)Box\s*\[[^\]]*\]", b"", page.text)[:-2] + b" /MediaBox [%s] >>" % box
    return pdf.bytes(), f"every page is [{box.decode()}]"


def huge_operand(random, pdf):
    """Numbers of content streams: font sizes, matrices, places, line widths."""
    streams, done = pdf.contents(), []
    for number in random.sample(streams, min(len(streams), 3)):
        each = pdf.objects[number]
        for _ in range(random.choice([1, 5, 30])):
            value = random.choice(HUGE)
            at = random.randrange(max(1, len(each.data)))
            part, old = with_number(random, each.data[at:at + 200], value)
            each.data = each.data[:at] + part + each.data[at + 200:]
            done.append(f"{old.decode('latin-1')} -> {value.decode()}")
    return pdf.bytes(), f"{len(done)} operands, among them {'; '.join(done[:3])}"


def huge_matrix(random, pdf):
    matrix = b" ".join(random.choice(HUGE + [b"1", b"0"]) for _ in range(6))
    operator = random.choice([b"cm", b"Tm"])
    for number in pdf.contents():
        each = pdf.objects[number]
        each.data = (each.data.replace(b" Tm", b" Tm " + matrix + b" Tm") if operator == b"Tm" else matrix + b" cm\n" + each.data)
    return pdf.bytes(), f"{matrix.decode()} {operator.decode()} in every stream"


def mixed_operators(random, pdf):
    """Lines of a content stream in another order: unbalanced q, BT, BDC, paths without end."""
    streams = pdf.contents()
    for number in streams:
        lines = pdf.objects[number].data.split(b"\n")
        random.shuffle(lines)
        pdf.objects[number].data = b"\n".join(lines)
    return pdf.bytes(), f"lines of {len(streams)} content streams shuffled"


ALL = [swapped_objects, lost_objects, wrong_references, page_tree_loop, form_loop, prev_loop, self_references, huge_entry,
       huge_media_box, huge_operand, huge_matrix, mixed_operators]
