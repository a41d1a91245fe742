#!/usr/bin/env python3
"""Extracts the corpus with a built ziping and holds what the audit accuses against report.findings.tsv of each folder: all of
it must be found, and nothing else. Then the same for the forms of the shared folder, whose truth lists planted contradictions.

usage: findings_floor.py ZIPING REPOSITORY SHARED
Exit status 1 where something is missed or falsely accused (shared forms: below 95 % found, or 2 % and more of the true cells
accused), 77 (a skipped test) where only the shared folder is absent and the corpus is as expected.
"""
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

LEAST_FOUND, MOST_ACCUSED = 0.95, 0.02
SKIPPED = 77
# Rule of the truth -> relation.
PLANTED = {"rate_mismatch": "form.fund-rate", "sum_mismatch": "form.fund-sum", "missed_target_full_score": "form.missed-target",
           "total_score_mismatch": "form.score-sum", "grade_mismatch": "form.grade", "weights_not_100": "form.weight-sum"}
FUND_CELLS, INDICATOR_CELLS = ("initial", "adjusted", "executed", "rate", "score"), ("target_value", "actual_value", "weight", "score")


def accusations(ziping, repository, documents, out):
    """Path of the document -> list of (report, rule, stated, computed)."""
    subprocess.run([ziping, "extract", "-q", *documents, "--patterns", repository / "patterns", "-o", out], check=True)
    found = {}
    for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line, parse_float=str, parse_int=str)
        if row["severity"] == "disagree":
            cells = (row["report"], row["rule"].split("@")[0], row["stated"] or "", row["computed"] or "")
            found.setdefault(Path(row["document"]), []).append(tuple(str(cell) for cell in cells))
    return found


def check_corpus(ziping, repository, out):
    documents = sorted(path for path in (repository / "corpus").glob("*/report.*") if path.suffix in (".pdf", ".txt"))
    found = accusations(ziping, repository, documents, out)
    wrong = 0
    for document in documents:
        gold_file = document.with_name("report.findings.tsv")
        gold = []
        if gold_file.exists():
            with gold_file.open(encoding="utf-8") as lines:
                gold = sorted(tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t"))
        have = sorted(found.get(document, []))
        for what, rows in (("missed", [row for row in gold if row not in have]), ("accused", [row for row in have if row not in gold])):
            for row in rows:
                wrong += 1
                print(f"{document.parent.name}: {what} {' '.join(row)}")
    print(f"corpus: {len(documents)} documents, {sum(map(len, found.values()))} disagreements, {wrong} not as expected")
    return wrong == 0


def true_cells(report):
    rows = [(row, FUND_CELLS) for row in report["funds"]] + [(row, INDICATOR_CELLS) for row in report["indicators"]]
    return sum(row.get(name) is not None for row, names in rows for name in names)


def check_shared(ziping, repository, forms, out):
    found = accusations(ziping, repository, forms, out)
    planted, hit, cells, accused = 0, 0, 0, 0
    for form in forms:
        have = list(found.get(form, []))
        for report in json.loads(form.with_suffix(".truth.json").read_text(encoding="utf-8"))["reports"]:
            cells += true_cells(report)
            for fault in report["contradictions"]:
                planted += 1
                row = next((row for row in have if row[1] == PLANTED[fault["rule"]] and row[2] == fault["stated"]), None)
                if row is None:
                    print(f"{form.name}: missed {fault['rule']} {fault['where']}")
                else:
                    hit += 1
                    have.remove(row)
        accused += len(have)
        for row in have:
            print(f"{form.name}: accused {' '.join(row)}")
    print(f"shared forms: {hit} of {planted} found, {accused} of {cells} true cells accused")
    return hit >= LEAST_FOUND * planted and accused < MOST_ACCUSED * cells


def main():
    ziping, repository, shared = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        sound = check_corpus(ziping, repository, Path(folder) / "corpus")
        forms = sorted(shared.glob("forms/*.pdf"))
        if sound and not forms:
            print(f"skipped: no forms under {shared}")
            sys.exit(SKIPPED)
        sound &= not forms or check_shared(ziping, repository, forms, Path(folder) / "shared")
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
