"""Damage of bytes: what disks, transfers and fuzzers do to a file. Each takes (random, bytes) and gives (bytes, what was done)."""


def place(random, data, length=1):
    return random.randrange(max(1, len(data) - length + 1))


def block(random, data):
    return min(len(data), random.choice([16, 64, 512, 4096, 65536]))


def cut(random, data):
    """The end is missing."""
    keep = random.randrange(len(data))
    return data[:keep], f"cut to {keep} of {len(data)} bytes"


def cut_middle(random, data):
    length = block(random, data)
    at = place(random, data, length)
    return data[:at] + data[at + length:], f"{length} bytes taken out at {at}"


def flip(random, data):
    out, count = bytearray(data), random.choice([1, 3, 10, 100, 1000])
    for _ in range(count):
        out[place(random, data)] ^= random.randrange(1, 256)
    return bytes(out), f"{count} bytes flipped"


def zero(random, data):
    length = block(random, data)
    at = place(random, data, length)
    return data[:at] + bytes(length) + data[at + length:], f"{length} bytes zeroed at {at}"


def swap(random, data):
    length = min(block(random, data), len(data) // 2)
    a, b = sorted(random.sample(range(len(data) - length + 1), 2)) if len(data) > length else (0, 0)
    if b < a + length:
        return data[b:] + data[:b], f"turned round at {b}"
    return (data[:a] + data[b:b + length] + data[a + length:b] + data[a:a + length] + data[b + length:],
            f"blocks of {length} bytes at {a} and {b} swapped")


def repeat(random, data):
    length = block(random, data)
    at, times = place(random, data, length), random.choice([2, 10, 100])
    return data[:at] + data[at:at + length] * times + data[at + length:], f"{length} bytes at {at} stand {times} times"


def digits(random, data):
    """Digits anywhere become others: offsets, lengths, references, operands."""
    spots = [i for i, byte in enumerate(data) if 48 <= byte < 58]
    out, chosen = bytearray(data), random.sample(spots, min(len(spots), random.choice([1, 5, 50])))
    for spot in chosen:
        out[spot] = 48 + random.randrange(10)
    return bytes(out), f"{len(chosen)} digits changed"


ALL = [cut, cut_middle, flip, zero, swap, repeat, digits]
