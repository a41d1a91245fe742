#!/usr/bin/env python3
"""Holds the form rows of an extracted dataset against the forms gold of corpus/.

usage: score_forms.py CORPUS OUT [--min-rows X] [--min-cells X] [--max-spurious X] [--min-funds X] [--min-forms X] [--min-fields X]
                                 [--only FOLDER]... [--skip FOLDER]... [--show N]

OUT holds indicators.jsonl, funds.jsonl, reports.jsonl and notices.jsonl of a run over CORPUS; gold is FOLDER/report.forms.json.
Each form of the gold belongs to that report of the dataset with which it has most rows in common. Their rows are brought together in
order by level3 (funds: label), the same after folding or alike by 0.8 at least. A cell is asked where gold has a value, wrong in a row
without partner; a value where gold has none is spurious. Texts are compared without blanks and full-width forms, numbers as decimals,
units before the first slash. A form is right when no row is missing or too many and no cell wrong or spurious. Empty templates and
model texts have no rows: they are labelled right when a report or a notice on their page has their variant as document_kind or code.
Floors are on the sums over all documents: F1 of indicator rows, share of indicator cells right, share of spurious indicator cells,
share of fund cells right, of forms wholly right, of report fields right. The last line sums up.
Exit status: 0, 1 below a floor, 2 where something is missing.
"""
import argparse
import difflib
import json
import re
import sys
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

from score_corpus import belongs, objects

TABLES = {
    "indicators": ("level3", "level1 level2 level3 target target_comparator target_value target_unit actual actual_comparator actual_value "
                             "actual_unit weight score reason page".split()),
    "funds": ("label", "label source initial adjusted executed weight rate score".split()),
}
NUMBERS = "target_value actual_value weight score initial adjusted executed rate page".split()
FIELDS = {"title": "title", "fiscal_year": "fiscal_year", "project": "project", "organisation": "organisation", "self_score": "total_score",
          "self_grade": "grade", "goal_target": "goal_target", "goal_actual": "goal_actual"}
NO_REPORT = ("template", "model_text")


def fold(value):
    """A cell without white space and full-width forms; a lone dash or slash is an empty cell."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", "" if value is None else str(value)))
    return "" if re.fullmatch(r"[/—–―-]+", text) else text


def comparable(name, value):
    text = fold(value)
    if name.endswith("_unit"):
        return text.split("/")[0]
    if name in NUMBERS and text:
        try:
            return Decimal(text)
        except InvalidOperation:
            pass
    return text


def companion_is_empty(name, want):
    """Comparator and unit are asked, or spurious, only where there is a number to compare."""
    side, _, part = name.partition("_")
    return part in ("comparator", "unit") and want.get(side + "_value") is None


def asked(name, want):
    return fold(want.get(name)) != "" and not companion_is_empty(name, want)


def spurious(name, want, have):
    if comparable(name, have.get(name)) == "" or companion_is_empty(name, want) or name == "page":
        return False
    return not (name == "actual_unit" and comparable(name, have.get(name)) == comparable(name, want.get("target_unit")))


def likeness(left, right):
    if not left or not right:
        return 0
    if left == right:
        return 1
    ratio = difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()
    return ratio - 0.2 if ratio >= 0.8 else 0


def aligned(left, right, key):
    """Rows brought together without crossing, so that the sum of likeness is largest."""
    alike = [[likeness(fold(a.get(key)), fold(b.get(key))) for b in right] for a in left]
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            here = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0
            best[i][j] = max(here, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


class Score:
    """Sums of one document or of all."""

    def __init__(self):
        self.sums, self.lines = Counter(), []

    def share(self, part, whole):
        return self.sums[part] / self.sums[whole] if self.sums[whole] else 1.0

    def f1(self, table):
        sides = self.sums[table + " gold"] + self.sums[table + " found"]
        return 2 * self.sums[table + " hit"] / sides if sides else 1.0

    def row(self, table, columns, want, have, place):
        """Adds the cells of a gold row and its partner (none: {}); true when all of them are right."""
        right = bool(have)
        for name in columns:
            is_asked, agrees = asked(name, want), comparable(name, want.get(name)) == comparable(name, have.get(name))
            is_spurious = not is_asked and spurious(name, want, have)
            self.sums.update({f"{table} asked": is_asked, f"{table} right": is_asked and agrees, f"{table} spurious": is_spurious,
                              f"{table} {name} asked": is_asked, f"{table} {name} right": is_asked and agrees})
            if (is_asked and not agrees) or is_spurious:
                right = False
                if have:
                    self.lines.append(f"{place}: {name} gold {want.get(name)!r} found {have.get(name)!r}")
        return right

    def form(self, form, rows):
        """Adds a gold form; `rows` holds those of its partner, by table."""
        right = True
        for table, (key, columns) in TABLES.items():
            pairs = aligned(form[table], rows[table], key)
            partner = {id(want): have for want, have in pairs}
            self.sums.update({f"{table} gold": len(form[table]), f"{table} hit": len(pairs)})
            for want in form[table]:
                place = f"form {form['report']} {want[key]}"
                right &= self.row(table, columns, want, partner.get(id(want), {}), place)
                if id(want) not in partner:
                    self.lines.append(f"{place}: not found")
            right &= len(pairs) == len(rows[table])
        self.sums.update({"forms": 1, "forms right": right})

    def fields(self, form, report):
        for field, key in FIELDS.items():
            wanted = [comparable("score" if field == "self_score" else field, text)
                      for text in (form.get(key), form.get("narrative_title") if field == "title" else None) if text]
            if not wanted:
                continue
            agrees = comparable("score" if field == "self_score" else field, report.get(field)) in wanted
            self.sums.update({"fields": 1, "fields right": agrees})
            if not agrees:
                self.lines.append(f"form {form['report']}: {field} gold {form.get(key)!r} found {report.get(field)!r}")

    def label(self, form, marks):
        agrees = (form["page"], form["variant"]) in marks
        self.sums.update({"labels": 1, "labels right": agrees})
        if not agrees:
            self.lines.append(f"form {form['report']} on page {form['page']}: not labelled {form['variant']}")

    def __str__(self):
        sums = self.sums
        return (f"rows F1 {self.f1('indicators'):.4f}  cells {self.share('indicators right', 'indicators asked'):.4f}  "
                f"spurious {sums['indicators spurious']}  funds F1 {self.f1('funds'):.4f}  "
                f"cells {self.share('funds right', 'funds asked'):.4f}  spurious {sums['funds spurious']}  "
                f"forms {sums['forms right']}/{sums['forms']}  fields {sums['fields right']}/{sums['fields']}  "
                f"labels {sums['labels right']}/{sums['labels']}")


def paired(forms, found):
    """Gold form number -> number of the extracted report that shares most rows with it, each used once."""
    numbers = {row["report"] for rows in found.values() for row in rows}
    shared = {}
    for form in forms:
        for number in numbers:
            count = sum(len(aligned(form[table], [row for row in found[table] if row["report"] == number], key))
                        for table, (key, _) in TABLES.items())
            if count:
                shared[form["report"], number] = count
    out = {}
    for form, number in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if form not in out and number not in out.values():
            out[form] = number
    return out


def score(folder, dataset):
    mine = {name: [row for row in rows if belongs(folder, row)] for name, rows in dataset.items()}
    forms = json.loads((folder / "report.forms.json").read_text(encoding="utf-8"))["reports"]
    marks = {(row.get("page"), row.get("document_kind")) for row in mine["reports"]} | {(row.get("page"), row.get("code")) for row in mine["notices"]}
    out, partner = Score(), paired(forms, {table: mine[table] for table in TABLES})
    for form in forms:
        if form["variant"] in NO_REPORT:
            out.label(form, marks)
            continue
        number = partner.get(form["report"])
        out.form(form, {table: [row for row in mine[table] if row["report"] == number] for table in TABLES})
        out.fields(form, next((row for row in mine["reports"] if row["report"] == number), {}))
    for table, (key, _) in TABLES.items():
        out.sums[table + " found"] = len(mine[table])
        out.lines += [f"extra {table} row {row.get(key)!r}" for row in mine[table] if row["report"] not in partner.values()]
    return out


def options():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    for name in ("--min-rows", "--min-cells", "--min-funds", "--min-forms", "--min-fields"):
        parser.add_argument(name, type=float, default=0.0)
    parser.add_argument("--max-spurious", type=float, default=1.0)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--skip", action="append", default=[])
    parser.add_argument("--show", type=int, default=0)
    return parser.parse_args()


def main():
    wanted = options()
    folders = [path.parent for path in sorted(wanted.corpus.glob("*/report.forms.json"))
               if path.parent.name not in wanted.skip and (not wanted.only or path.parent.name in wanted.only)]
    if not folders:
        sys.exit(f"{wanted.corpus}: no gold of forms found")
    try:
        dataset = {name: objects(wanted.out / f"{name}.jsonl") for name in (*TABLES, "reports", "notices")}
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    total = Score()
    for folder in folders:
        one = score(folder, dataset)
        total.sums.update(one.sums)
        print(f"{folder.name:26} {one}", *(f"    {line}" for line in one.lines[:wanted.show]), sep="\n")
    for table, (_, columns) in TABLES.items():
        for name in columns:
            part, whole = f"{table} {name} right", f"{table} {name} asked"
            print(f"  {table:10} {name:17} right {total.sums[part]} of {total.sums[whole]}  {total.share(part, whole):.4f}")
    floors = ((total.f1("indicators"), wanted.min_rows), (total.share("indicators right", "indicators asked"), wanted.min_cells),
              (total.share("funds right", "funds asked"), wanted.min_funds), (total.share("forms right", "forms"), wanted.min_forms),
              (total.share("fields right", "fields"), wanted.min_fields),
              (-total.share("indicators spurious", "indicators asked") if total.sums["indicators asked"] else 0, -wanted.max_spurious))
    fallen = any(reached < floor for reached, floor in floors)
    print(f"{len(folders)} documents: {total}{'  BELOW THE FLOOR' if fallen else ''}")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
