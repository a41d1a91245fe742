"""Pages a second with one worker and with two; best of three runs in turn."""
import csv
import io
import pathlib
import tempfile

import material
import runs

TRIALS = 3


def add_arguments(parser):
    parser.add_argument("--copies", type=int, default=20, help="of each document")
    parser.add_argument("--least", type=float, default=1.85, help="times the pages of one worker that two must read")


def make(folder, root, copies):
    """PDFs of the corpus and of ../shared, each several times with other bytes."""
    sources = [path for path in material.samples(root) if path.suffix == ".pdf"]
    for name in ("reports", "forms"):
        sources += sorted((root.parent / "shared" / name).glob("*.pdf"))
    for number in range(copies):
        part = folder / f"{number:03}"
        part.mkdir(parents=True)
        for place, source in enumerate(sources):
            (part / f"{place:03}-{source.name}").write_bytes(material.changed(source, number))
    return folder


def pages_of(dataset):
    rows = csv.DictReader(io.StringIO(dataset["documents.csv"].decode("utf-8"), newline=""))
    return sum(int(row["pages"] or 0) for row in rows)


def torture(options):
    best = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = make(folder / "in", options.root, options.copies)
        for trial in range(TRIALS):
            for count in (1, 2):
                _, dataset, seconds = runs.undisturbed(options, [inputs], folder / f"{trial}-{count}", "--jobs", count)
                speed = pages_of(dataset) / seconds
                best[count] = max(best.get(count, 0), speed)
                print(f"--jobs {count}: {pages_of(dataset)} pages in {seconds:.1f} s, {speed:.0f} a second", flush=True)
    print(f"best: {best[1]:.0f} and {best[2]:.0f} pages a second, {best[2] / best[1]:.2f} times")
    return 0 if best[2] >= options.least * best[1] else 1
