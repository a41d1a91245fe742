#!/usr/bin/env python3
"""Extracts the shared reports in their four forms with a built ziping and holds each form against the shared gold.

usage: gold_floor.py ZIPING REPOSITORY SHARED
Exit status 1 where a form falls below its floor, 77 (a skipped test) where the shared folder is absent.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = {  # form -> F1 of amounts, rates, headcounts and scores; F1 with counts
    ".txt": (0.99, 0.98),
    "-browser.pdf": (0.99, 0.98),
    "-office.pdf": (0.99, 0.98),
    "-scan.pdf": (0.97, 0.97),
}
SKIPPED = 77


def scored(shared, gold, records, document):
    """The figures that score.py gives for one document: its last line."""
    run = subprocess.run([sys.executable, shared / "score/score.py", "records", gold, records, "--document", document],
                         check=True, capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def f1(figures, name):
    gold, found, hit = (sum(one[name][part] for one in figures) for part in ("gold", "found", "hit"))
    return 2 * hit / (gold + found) if gold + found else 1.0


def main():
    ziping, repository, shared = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    golds = sorted(shared.glob("gold/*.mentions.tsv"))
    if not golds:
        print(f"skipped: no gold under {shared}")
        sys.exit(SKIPPED)
    fallen = False
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([ziping, "extract", "-q", shared / "reports", "--patterns", repository / "patterns", "-o", out], check=True)
        for form, floors in FLOORS.items():
            names = [(gold, gold.name.split(".")[0] if form == ".txt" else gold.name.split("_")[0]) for gold in golds]
            figures = [scored(shared, gold, Path(out) / "records.jsonl", name + form) for gold, name in names]
            reached = f1(figures, "four kinds"), f1(figures, "with counts")
            below = any(have < floor for have, floor in zip(reached, floors))
            fallen |= below
            print(f"{form:13} F1 {reached[0]:.4f}  with counts {reached[1]:.4f}{'  BELOW THE FLOOR' if below else ''}")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
