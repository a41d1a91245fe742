"""Takes the day of rendering out of a PDF, byte for byte in place, so that a second rendering is the same file."""
import re

DAY = b"20240401080000"


def fix(path):
    data = path.read_bytes()
    data = re.sub(rb"(/(?:Creation|Mod)Date\s*\(D:)\d{14}", rb"\g<1>" + DAY, data)
    data = re.sub(rb"(/ID\s*\[\s*<)([0-9A-Fa-f]+)(>\s*<)([0-9A-Fa-f]+)",
                  lambda m: m[1] + b"0" * len(m[2]) + m[3] + b"0" * len(m[4]), data)
    data = re.sub(rb"(/DocChecksum\s*/)([0-9A-F]+)", lambda m: m[1] + b"0" * len(m[2]), data)
    path.write_bytes(data)
