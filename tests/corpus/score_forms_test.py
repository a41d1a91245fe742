#!/usr/bin/env python3
"""The scorer of forms must find nothing wrong with the gold itself, and every fault that is put in.

usage: score_forms_test.py CORPUS
"""
import copy
import sys
from pathlib import Path

import score_forms


def gold_as_dataset(folder):
    """What an extraction without faults gives, under report numbers of its own."""
    forms = score_forms.json.loads((folder / "report.forms.json").read_text(encoding="utf-8"))["reports"]
    place = {"document": f"somewhere/{folder.name}/report.pdf"}
    out = {name: [] for name in (*score_forms.TABLES, "reports", "notices")}
    for form in forms:
        if form["variant"] in score_forms.NO_REPORT:
            out["notices"].append({**place, "page": form["page"], "code": form["variant"]})
            continue
        number = {**place, "report": form["report"] + 10}
        out["reports"].append({**number, **{field: form.get(key) for field, key in score_forms.FIELDS.items()}})
        for table in score_forms.TABLES:
            out[table] += [{**row, **number} for row in form[table]]
    return out


def faultless(score):
    return not score.lines and all(score.f1(table) == 1 for table in score_forms.TABLES) and score.sums["forms"] == score.sums["forms right"]


def changed(dataset, change):
    out = copy.deepcopy(dataset)
    change(out)
    return out


FAULTS = {
    "a wrong amount": lambda data: data["funds"][0].update(initial="7"),
    "a wrong target": lambda data: data["indicators"][0].update(target_value="123.5"),
    "a missing row": lambda data: data["indicators"].pop(),
    "a row too many": lambda data: data["indicators"].append({**data["indicators"][0], "level3": "不存在的指标"}),
    "rows of another report": lambda data: data["funds"].append({**data["funds"][0], "report": 99}),
    "a cell where there is none": lambda data: data["funds"][-1].update(weight="5"),
    "a wrong field": lambda data: data["reports"][0].update(project="别的项目"),
}


def main():
    folders = [path.parent for path in sorted(Path(sys.argv[1]).glob("*/report.forms.json"))]
    failures = [f"{folder.name}: gold is not faultless" for folder in folders if not faultless(score_forms.score(folder, gold_as_dataset(folder)))]
    folder = Path(sys.argv[1]) / "form-2017-method"
    failures += [f"{name} is not seen" for name, change in FAULTS.items()
                 if faultless(score_forms.score(folder, changed(gold_as_dataset(folder), change)))]
    print(*failures, f"{len(folders)} documents, {len(FAULTS)} faults tried, {len(failures)} failures", sep="\n")
    sys.exit(1 if failures or not folders else 0)


if __name__ == "__main__":
    main()
