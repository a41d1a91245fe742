#!/usr/bin/env python3
"""Lints the gold of corpus/: every row of a mentions.tsv and of a forms.json must be found in the source as it says.

usage: check_gold.py CORPUS
Checks that raw stands on its line and after the row before, the subject in the text, values are plain decimals,
words are of the allowed sets, and reports have the lines, sums and words of their table; for forms see forms_gold.py.
Exit status 1 at any finding.
"""
import re
import sys
from pathlib import Path

import forms_gold

WORDS = {
    "kind": "amount rate headcount score count",
    "comparator": "eq ge gt le lt approx range",
    "change": " increase decrease raised_to lowered_to",
    "role": "target actual prior other",
}
UNITS = {"amount": "CNY", "rate": "percent percentage_point ratio", "headcount": "person person_time household", "score": "point grade"}
MENTIONS = "report line raw kind value unit comparator change per role year concept subject note".split()
REPORTS = ("report start_line end_line title fiscal_year organisation project report_date self_score self_grade budget_total_yuan "
           "spend_total_yuan execution_rate_percent issuer_region document_kind note").split()
KINDS = ("", "project_self_evaluation", "department_self_evaluation", "transfer_payment_self_evaluation", "form")
NUMBER = r"-?\d+(\.\d+)?"
VALUE = re.compile(rf"{NUMBER}(~{NUMBER})?$|\d+(:\d+)+$")
CONCEPT = re.compile(r"other$|cases$|recovered$|[a-z]+\.[a-z_]+$")


def table(path, columns):
    header, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    if header != columns:
        yield None, f"{path}: wrong header"
    for number, row in enumerate(rows, 2):
        yield dict(zip(columns, row)), f"{path}:{number}: " if len(row) == len(columns) else f"{path}:{number}: {len(row)} cells: "


def squash(text):
    return re.sub(r"\s", "", text)


def word_faults(row):
    for column, words in WORDS.items():
        if row[column] not in words.split(" "):
            yield f"{column} is {row[column]!r}"
    if row["kind"] in UNITS and row["unit"] not in UNITS[row["kind"]].split():
        yield f"unit {row['unit']!r} of a {row['kind']}"
    if not VALUE.match(row["value"]) and row["unit"] != "grade":
        yield f"value is {row['value']!r}"
    if ("~" in row["value"]) != (row["comparator"] == "range"):
        yield "range and value disagree"
    if not CONCEPT.match(row["concept"]):
        yield f"concept is {row['concept']!r}"
    if row["year"] and not re.match(r"\d{4}$", row["year"]):
        yield f"year is {row['year']!r}"


def mention_faults(folder, lines):
    whole, last = squash("".join(lines)), (0, 0)
    text = "⏎".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row, place in table(folder / "report.mentions.tsv", MENTIONS):
        if row is None:
            yield place
            continue
        line = int(row["line"])
        at = text.find(row["raw"], max(starts[line - 1], last[1]), starts[line] + len(row["raw"]))
        if at < 0:
            yield f"{place}{row['raw']!r} is not on line {line} after the mention before"
        else:
            last = (line, at + len(row["raw"]))
        if not row["subject"] or squash(row["subject"]) not in whole:
            yield f"{place}subject {row['subject']!r} is not in the text"
        for fault in word_faults(row):
            yield place + fault


def report_faults(folder, lines):
    for number, (row, place) in enumerate(table(folder / "report.reports.tsv", REPORTS), 1):
        if row is None:
            yield place
            continue
        part = squash("".join(lines[int(row["start_line"]) - 1:int(row["end_line"])]))
        for column in ("title", "organisation", "project", "self_grade"):
            if squash(row[column]) not in part:
                yield f"{place}{column} {row[column]!r} is not in the report"
        if int(row["report"]) != number or row["document_kind"] not in KINDS:
            yield f"{place}report or document_kind"


def main():
    faults = []
    folders = [path.parent for path in sorted(Path(sys.argv[1]).glob("*/source.txt"))]
    for folder in folders:
        lines = (folder / "source.txt").read_text(encoding="utf-8").split("\n")
        faults += [*mention_faults(folder, lines), *report_faults(folder, lines)]
    forms = sorted(Path(sys.argv[1]).glob("*/report.forms.json"))
    faults += [fault for path in forms for fault in forms_gold.faults(path)]
    print(*faults, f"{len(folders)} documents, {len(forms)} with forms, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults or not folders else 0)


if __name__ == "__main__":
    main()
