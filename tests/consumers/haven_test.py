#!/usr/bin/env python3
"""R's haven reads the Stata files: labels in Chinese and English, codes, tagged missing values, long texts."""
import csv
import pathlib
import shutil
import subprocess
import sys

import dataset

SCRIPT = pathlib.Path(__file__).with_name("haven.R")


def rows(out, table):
    with open(out / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(out):
    done = subprocess.run(["Rscript", SCRIPT, out], capture_output=True, text=True, check=True)
    records = rows(out, "records")
    stated = [row for row in rows(out, "wide_reports") if row["budget_total"] and row["spend_total"]]
    for line in [f"records {len(records)} ",
                 "label 数值 Exact value in the base unit; a range as low~high ",
                 "prose without a table TRUE ",
                 f"sentence {max(len(dataset.undefused(row['sentence'])) for row in records)} ",
                 f"regression over {len(stated)} "]:
        assert line in done.stdout.splitlines(), f"{line!r} is not in\n{done.stdout}"
    assert "amount 金额" in done.stdout and "not applicable 0 " not in done.stdout, done.stdout
    print(done.stdout)


if shutil.which("Rscript") is None or subprocess.run(
        ["Rscript", "-e", "library(haven)"], capture_output=True).returncode != 0:
    print("R with haven is not here")
    sys.exit(dataset.SKIPPED)
dataset.read_with(check)
