#!/usr/bin/env python3
"""Extracts the shared forms with a built ziping, as PDF and flattened by pdftotext, and holds the rows against the shared truth.

usage: shared_forms_floor.py ZIPING REPOSITORY SHARED
Exit status 1 where a figure falls below its floor, 77 (a skipped test) where the shared folder is absent or the dataset has no
tables of form rows. The flattened forms are left out where there is no pdftotext.
"""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from forms_floor import SKIPPED, has_form_tables

FLOORS = {  # how the form is given -> indicator rows F1, indicator cells, fund rows F1, fund cells
    "pdf": (0.99, 0.99, 0.99, 0.99),
    "-layout": (0.95, 0.93, 0.97, 0.96),
    "-raw": (0.95, 0.95, 0.95, 0.95),
}


def flattened(forms, option, folder):
    """The forms as text files in `folder`."""
    folder.mkdir()
    for form in forms:
        subprocess.run(["pdftotext", option, form, folder / form.with_suffix(".txt").name], check=True)
    return sorted(folder.glob("*.txt"))


def reached(ziping, repository, shared, documents, out):
    """Figures of score_forms.py over the documents: its last line. None without tables of form rows."""
    subprocess.run([ziping, "extract", "-q", *documents, "--patterns", repository / "patterns", "-o", out], check=True)
    if not has_form_tables(out):
        return None
    run = subprocess.run([sys.executable, shared / "score/score_forms.py", shared / "forms", out / "indicators.jsonl", out / "funds.jsonl"],
                         check=True, capture_output=True, text=True)
    figures = json.loads(run.stdout.splitlines()[-1])
    return tuple(figures[table][name] for table in ("indicators", "funds") for name in ("f1", "cells"))


def main():
    ziping, repository, shared = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    forms = sorted(shared.glob("forms/*.pdf"))
    if not forms:
        print(f"skipped: no forms under {shared}")
        sys.exit(SKIPPED)
    fallen = False
    with tempfile.TemporaryDirectory() as name:
        for way, floors in FLOORS.items():
            if way != "pdf" and not shutil.which("pdftotext"):
                continue
            documents = forms if way == "pdf" else flattened(forms, way, Path(name) / f"text{way}")
            figures = reached(ziping, repository, shared, documents, Path(name) / f"out{way}")
            if figures is None:
                print("skipped: the dataset has no tables indicators and funds")
                sys.exit(SKIPPED)
            below = any(have < floor for have, floor in zip(figures, floors))
            fallen |= below
            print(f"{way:8} indicators F1 {figures[0]:.4f} cells {figures[1]:.4f}  funds F1 {figures[2]:.4f} cells {figures[3]:.4f}"
                  f"{'  BELOW THE FLOOR' if below else ''}")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
