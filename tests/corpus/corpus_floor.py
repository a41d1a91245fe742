#!/usr/bin/env python3
"""Extracts corpus/ with a built ziping and holds the result against its gold, scans apart from the rest.

usage: corpus_floor.py ZIPING CORPUS
Exit status 1 where a figure falls below its floor; the floors lie a little under what is reached.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

SCANS = ["township-road-scan"]
FLOORS = {
    "--skip": ["--min-f1", "0.985", "--min-f1-counts", "0.98", "--min-attribute", "0.78", "--min-fields", "0.93"],
    "--only": ["--min-f1", "0.94", "--min-f1-counts", "0.95", "--min-attribute", "0.85", "--min-fields", "0.90"],
}


def main():
    ziping, corpus = sys.argv[1], Path(sys.argv[2])
    score = [sys.executable, Path(__file__).with_name("score_corpus.py"), corpus]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([ziping, "extract", "-q", *sorted(corpus.glob("*/report.pdf")), *sorted(corpus.glob("*/report.txt")),
                        "--patterns", corpus.parent / "patterns", "-o", out], check=True)
        runs = [subprocess.run([*score, out, *(part for scan in SCANS for part in (which, scan)), *floors])
                for which, floors in FLOORS.items()]
    sys.exit(max(run.returncode for run in runs))


if __name__ == "__main__":
    main()
