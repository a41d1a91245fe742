#!/usr/bin/env python3
"""Every format gives the same cells to those who read it: csv, json, pandas, openpyxl, sqlite3."""
import collections
import csv
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import dataset

try:
    import openpyxl
    import pandas
except ImportError as error:
    print(error)
    sys.exit(dataset.SKIPPED)


def csv_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [{name: dataset.undefused(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def same(cell, value):
    """Whether `value` of another format is the CSV cell."""
    if value is None or value != value:
        return cell == ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return cell != "" and abs(float(cell) - value) <= 1e-9 * abs(value)
    return cell == str(value)


def compare(name, rows, others, columns=None):
    assert len(rows) == len(others), f"{name}: {len(rows)} rows, {len(others)}"
    for number, (row, other) in enumerate(zip(rows, others), 1):
        for column in columns or row:
            assert same(row[column], other[column]), f"{name} row {number}, {column}: {row[column]!r}, {other[column]!r}"


def check_jsonl(out, table, rows):
    with open(out / f"{table}.jsonl", encoding="utf-8") as file:
        compare(table + ".jsonl", rows, [json.loads(line) for line in file])


def check_sqlite(database, table, rows):
    database.row_factory = sqlite3.Row
    compare("table " + table, rows, database.execute(f"SELECT * FROM {table}").fetchall())


def check_xlsx(book, labels, table, rows):
    sheet = book[table].iter_rows(values_only=True)
    names = next(sheet)
    compare("sheet " + table, rows, [dict(zip(names, cells)) for cells in sheet])
    assert book[table].freeze_panes == "A2" and book[table].auto_filter.ref, f"sheet {table} is not set up"
    for name, cell in zip(names, book[table][1]):
        assert name == "review" or labels[table, name] in cell.comment.text, f"sheet {table}: {name} has no label"


def check_pandas(out, table, rows):
    frame = pandas.read_csv(out / f"{table}.csv", dtype=str, keep_default_na=False)
    assert [list(row.values()) for row in rows] == frame.applymap(dataset.undefused).values.tolist(), f"{table}.csv"


def check_stata(out, table, rows):
    frame = pandas.read_stata(out / f"{table}.dta", convert_categoricals=False)
    with pandas.read_stata(out / f"{table}.dta", iterator=True) as reader:
        labels, codes = reader.variable_labels(), reader.value_labels()
    assert all(0 < len(label) <= 80 for label in labels.values()), labels
    for name in frame.columns.intersection(list(codes)):
        words = {number: label.split()[0] for number, label in codes[name].items()}
        frame[name] = [words.get(number) for number in frame[name]]
    for name in [name for name in frame.columns if name.endswith("_text")]:
        numbers, texts = frame[name[:-5]], frame[name]
        assert all(number != number or float(text) == number for number, text in zip(numbers, texts)), name
        frame[name[:-5]] = texts
    texts = frame.select_dtypes(object).columns
    frame[texts] = frame[texts].fillna("")
    compare(table + ".dta", rows, frame.to_dict("records"), list(rows[0]) if rows else [])


def check_codebook(out):
    """The codes of concepts stand there with their number."""
    found = collections.Counter(row["concept"] for row in csv_rows(out / "records.csv"))
    told = [row["values"] for row in csv_rows(out / "codebook.csv") if (row["table"], row["column"]) == ("records", "concept")]
    assert told == ["; ".join(f"{code} {cells}" for code, cells in sorted(found.items()))], (told, found)


def check_long_path(ziping, source, folder):
    """Stata merges by no strL, so a path is none, however long."""
    path = folder / ("绩效自评" * 20) / "report.txt"
    path.parent.mkdir()
    shutil.copy(source / "corpus/form-clinic-glued/report.txt", path)
    subprocess.run([ziping, "extract", "--quiet", path, "-o", folder / "long", "--to", "stata"], check=True)
    with pandas.read_stata(folder / "long/records.dta", iterator=True) as reader:
        types = dict(zip(reader.varlist, reader.typlist))
    assert types["document"] == len(str(path).encode()) and types["sentence"] == "Q", types


def check(out):
    book = openpyxl.load_workbook(out / "dataset.xlsx")
    database = sqlite3.connect(out / "dataset.sqlite")
    tables = [path.stem for path in sorted(out.glob("*.csv")) if path.stem != "codebook"]
    assert len(tables) == 11, tables
    labels = {(row["table"], row["column"]): row["label_zh"] for row in csv_rows(out / "codebook.csv")}
    for table in tables:
        rows = csv_rows(out / f"{table}.csv")
        check_jsonl(out, table, rows)
        check_sqlite(database, table, rows)
        check_pandas(out, table, rows)
        check_stata(out, table, rows)
        check_xlsx(book, labels, table, rows)
    assert book.sheetnames[-1] == "codebook"
    assert not database.execute("PRAGMA foreign_key_check").fetchall(), "rows without the row that they belong to"
    views = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert sorted(views) == ["wide_funds", "wide_reports"], views
    check_codebook(out)
    check_long_path(sys.argv[1], pathlib.Path(sys.argv[2]), out)
    print(f"{len(tables)} tables read alike")


dataset.read_with(check)
