"""The dataset that others' programs read in these tests: some documents of the corpus, in every format."""
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
DOCUMENTS = ["form-boxes-rotated", "form-targets-only", "health-third-party", "employment-gb18030", "township-road-scan",
             "form-two-scores", "civil-affairs-bundle", "form-department-tasks"]


def inputs(source):
    return sorted(path for name in DOCUMENTS for path in (source / "corpus" / name).glob("report.*")
                  if path.suffix in (".pdf", ".txt"))


def extract(ziping, source, out, *options):
    subprocess.run([ziping, "extract", "--quiet", *inputs(source), "-o", out, *options], check=True)


def read_with(check, formats="csv,jsonl,xlsx,stata"):
    """Runs check(dataset folder) on a dataset of ZIPING and SOURCE, the two arguments of the test."""
    ziping, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        extract(ziping, source, out, "--to", formats)
        check(out)


def undefused(cell):
    """A text of a CSV file without the mark that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in tuple("=+-@\t\r＝＋－＠") else cell
