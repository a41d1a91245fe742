#!/usr/bin/env python3
"""Holds an extracted dataset against the gold of corpus/.

usage: score_corpus.py CORPUS OUT [--min-f1 X] [--min-f1-counts X] [--min-attribute X] [--min-fields X]
                                  [--only FOLDER]... [--skip FOLDER]... [--show N]

OUT holds records.jsonl and reports.jsonl of a run over CORPUS. A record belongs to the corpus folder that its `document`
names. Gold and records of a document are aligned in reading order by their longest common subsequence of (kind, value,
unit); attributes are counted over aligned pairs without counts, report fields over those that the gold states.
Floors are on the sums over all documents: F1, F1 with counts, the worst attribute, the share of fields right.
The last line sums up. Exit status: 0, 1 below a floor, 2 where something is missing.
"""
import argparse
import json
import sys
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

ATTRIBUTES = ("report", "comparator", "change", "per", "role", "year", "concept", "subject")
FIELDS = {"title": "title", "fiscal_year": "fiscal_year", "organisation": "organisation", "project": "project",
          "report_date": "report_date", "self_score": "self_score", "self_grade": "self_grade", "region": "issuer_region",
          "budget_total": "budget_total_yuan", "spend_total": "spend_total_yuan", "execution_rate": "execution_rate_percent",
          "document_kind": "document_kind"}


def plain(value):
    """A cell without blanks; numbers in one spelling: 1.50, 1.5 and Decimal("1.5") are the same."""
    cell = "".join(("" if value is None else str(value)).split()).replace("⏎", "")
    try:
        return f"{Decimal(cell).normalize():f}" if cell else ""
    except InvalidOperation:
        return cell


def gold(path):
    header, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    return [dict(zip(header, row)) for row in rows]


def objects(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line, parse_float=Decimal) for line in lines if line.strip()]


def fact(row):
    return tuple(plain(row.get(name)) for name in ("kind", "value", "unit"))


def aligned(left, right):
    """Pairs of rows of a longest common subsequence of facts."""
    a, b = [fact(row) for row in left], [fact(row) for row in right]
    length = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            length[i][j] = 1 + length[i + 1][j + 1] if a[i] == b[j] else max(length[i + 1][j], length[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def agrees(name, wanted, found):
    want, have = plain(wanted.get(name)), plain(found.get(name))
    if name == "subject":
        return bool(have) and (want in have or have in want)
    return want == have


class Score:
    """Sums of one document or of all."""

    def __init__(self):
        self.sums = Counter()
        self.lines = []

    def add(self, other):
        self.sums.update(other.sums)

    def share(self, part, whole):
        return self.sums[part] / self.sums[whole] if self.sums[whole] else 1.0

    def f1(self, name):
        sides = self.sums[name + " gold"] + self.sums[name + " found"]
        return 2 * self.sums[name + " hit"] / sides if sides else 1.0

    def attribute(self, name):
        return self.share("right " + name, "kinds hit")

    def worst(self):
        return min((self.attribute(name), name) for name in ATTRIBUTES)

    def fields(self):
        return self.share("fields right", "fields asked")

    def mentions(self, wanted, found):
        for name, keep in (("kinds", lambda row: row.get("kind") != "count"), ("all", lambda row: True)):
            left, right = [row for row in wanted if keep(row)], [row for row in found if keep(row)]
            pairs = aligned(left, right)
            self.sums.update({name + " gold": len(left), name + " found": len(right), name + " hit": len(pairs)})
            if name == "kinds":
                self.attributes(pairs)
            else:
                hit = {id(row) for pair in pairs for row in pair}
                self.lines += [f"missed line {row['line']}: {row['raw']} {fact(row)} | {row['subject']}" for row in left if id(row) not in hit]
                self.lines += [f"extra  {row.get('raw')} {fact(row)} | {row.get('subject')}" for row in right if id(row) not in hit]

    def attributes(self, pairs):
        for want, have in pairs:
            for name in ATTRIBUTES:
                if agrees(name, want, have):
                    self.sums["right " + name] += 1
                else:
                    self.lines.append(f"{name} line {want['line']}: {want['raw']} | gold {want[name]!r} found {have.get(name)!r} | {want['subject']}")

    def reports(self, wanted, found):
        by_number = {plain(row.get("report")): row for row in found}
        self.sums.update({"reports gold": len(wanted), "reports found": len(found)})
        for want in wanted:
            have = by_number.get(want["report"], {})
            for field, column in FIELDS.items():
                if not want[column]:
                    continue
                self.sums["fields asked"] += 1
                if plain(want[column]) == plain(have.get(field)):
                    self.sums["fields right"] += 1
                else:
                    self.lines.append(f"report {want['report']}: {field} gold {want[column]!r} found {have.get(field)!r}")

    def __str__(self):
        rate, name = self.worst()
        return (f"F1 {self.f1('kinds'):.4f}  with counts {self.f1('all'):.4f}  worst attribute {name} {rate:.4f}  "
                f"fields {self.sums['fields right']}/{self.sums['fields asked']}  "
                f"reports {self.sums['reports found']}/{self.sums['reports gold']}")


def belongs(folder, row):
    return folder.name in Path(str(row.get("document", ""))).parts


def score(folder, records, reports):
    out = Score()
    out.mentions(gold(folder / "report.mentions.tsv"), [row for row in records if belongs(folder, row)])
    out.reports(gold(folder / "report.reports.tsv"), [row for row in reports if belongs(folder, row)])
    return out


def options():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    for name in ("--min-f1", "--min-f1-counts", "--min-attribute", "--min-fields"):
        parser.add_argument(name, type=float, default=0.0)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--skip", action="append", default=[])
    parser.add_argument("--show", type=int, default=0)
    return parser.parse_args()


def main():
    asked = options()
    folders = [path.parent for path in sorted(asked.corpus.glob("*/report.mentions.tsv"))
               if path.parent.name not in asked.skip and (not asked.only or path.parent.name in asked.only)]
    if not folders:
        sys.exit(f"{asked.corpus}: no gold found")
    try:
        records, reports = objects(asked.out / "records.jsonl"), objects(asked.out / "reports.jsonl")
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    total = Score()
    for folder in folders:
        one = score(folder, records, reports)
        total.add(one)
        print(f"{folder.name:26} {one}")
        for line in one.lines[:asked.show]:
            print(f"    {line}")
    for name in ATTRIBUTES:
        print(f"  {name:10} right {total.sums['right ' + name]} of {total.sums['kinds hit']}  {total.attribute(name):.4f}")
    floors = ((total.f1("kinds"), asked.min_f1), (total.f1("all"), asked.min_f1_counts),
              (total.worst()[0], asked.min_attribute), (total.fields(), asked.min_fields))
    fallen = any(reached < floor for reached, floor in floors)
    print(f"{len(folders)} documents: {total}{'  BELOW THE FLOOR' if fallen else ''}")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
