"""A PDF from its objects."""


def write(objects, out, version="1.4"):
    """Writes the bodies of objects 1, 2, … with their table; the first is the catalog."""
    data, offsets = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version.encode(), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    out.write_bytes(data)
