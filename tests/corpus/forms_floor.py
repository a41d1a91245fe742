#!/usr/bin/env python3
"""Extracts the form documents of corpus/ with a built ziping and holds the rows against their gold: PDFs with rules, flattened
texts and scans apart.

usage: forms_floor.py ZIPING CORPUS
Exit status 1 where a figure falls below its floor (the floors lie a little under what is reached), 77 (a skipped test) where the
dataset has no tables of form rows.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

TEXTS = ["form-clinic-glued", "form-library-cells", "form-software-pipes"]
SCANS = ["form-scan"]
FLOORS = (  # which documents, floors
    ([("--skip", name) for name in TEXTS + SCANS],
     ["--min-rows", "0.99", "--min-cells", "0.98", "--max-spurious", "0.01", "--min-funds", "0.99", "--min-forms", "0.9", "--min-fields", "0.9"]),
    ([("--only", name) for name in TEXTS],
     ["--min-rows", "0.6", "--min-cells", "0.6", "--max-spurious", "0.01", "--min-funds", "0.6", "--min-forms", "0.6", "--min-fields", "0.5"]),
    ([("--only", name) for name in SCANS],
     ["--min-rows", "0.9", "--min-cells", "0.75", "--max-spurious", "0.1", "--min-funds", "0.9", "--min-forms", "0", "--min-fields", "0.5"]),
)
SKIPPED = 77


def has_form_tables(out):
    return all((out / f"{table}.jsonl").exists() for table in ("indicators", "funds"))


def main():
    ziping, corpus = sys.argv[1], Path(sys.argv[2])
    score = [sys.executable, Path(__file__).with_name("score_forms.py"), corpus]
    documents = [next(path.parent.glob("report.[pt][dx][ft]")) for path in sorted(corpus.glob("*/report.forms.json"))]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([ziping, "extract", "-q", *documents, "--patterns", corpus.parent / "patterns", "-o", out], check=True)
        if not has_form_tables(Path(out)):
            print("skipped: the dataset has no tables indicators and funds")
            sys.exit(SKIPPED)
        runs = [subprocess.run([*score, out, *(part for pair in which for part in pair), *floors]) for which, floors in FLOORS]
    sys.exit(max(run.returncode for run in runs))


if __name__ == "__main__":
    main()
