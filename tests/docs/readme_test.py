#!/usr/bin/env python3
"""What the README shows runs, on the samples of the corpus: readme_test.py ZIPING SOURCE EXAMPLE

EXAMPLE is one of r, stata, python, sql, excel: the code block of that language; or commands: what the documents tell
of the command line, and the files they name.
"""
import csv
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import program
import shell_lines


def skip(why):
    print(why)
    sys.exit(program.SKIPPED)


class Dataset:
    """`out/` as tools/run makes it, and answers worked out another way, from its CSV files."""

    def __init__(self, ziping, source, folder):
        self.folder = folder
        inputs = [path.relative_to(source) for path in sorted((source / "corpus").glob("*/report.*"))
                  if path.suffix in (".pdf", ".txt")]
        subprocess.run([ziping, "extract", "-q", *inputs, "-o", folder / "out", "--to", "csv,xlsx,stata"], cwd=source, check=True)

    def rows(self, table, **wanted):
        with open(self.folder / f"out/{table}.csv", encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if all(row[name] == value for name, value in wanted.items())]

    def run(self, command, code=None):
        done = subprocess.run(command, input=code, cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout


def check_r(dataset, code):
    if shutil.which("Rscript") is None or subprocess.run(["Rscript", "-e", "library(haven)"], capture_output=True).returncode:
        skip("R with haven is not here")
    (dataset.folder / "example.R").write_text(code, encoding="utf-8")
    shown = dataset.run(["Rscript", "example.R"])
    reports = dataset.rows("reports")
    stated = [row for row in reports if row["execution_rate"]]
    blank = [row for row in reports if "execution_rate" in row["missing"]]
    counts = [len(reports) - len(stated) - len(blank), len(blank), len(stated)]
    assert all(counts) and re.search(r"^ +a +c <NA> *\n +" + " +".join(map(str, counts)), shown, re.M), (counts, shown)
    by_year = [row for row in stated if row["fiscal_year"] == "2023"]
    mean = statistics.mean(float(row["execution_rate"]) for row in by_year)
    line = re.search(r"^\d+ +2023 +([\d.]+) +([\d.]+)$", shown, re.M)
    assert line and abs(float(line[1]) - mean) < 1e-3 and float(line[2]) == len(by_year), (mean, shown)
    assert "execution_rate " in shown and "log(budget_total)" in shown, shown


def check_stata(dataset, code):
    """Without Stata: the files are there, the variables in them. What is left of a line is Stata's own."""
    try:
        import pandas
    except ImportError as error:
        skip(error)
    own = set("use clear count if tabstat by statistics mean median regress vce robust list missing a b c".split())
    variables = set()
    for line in code.splitlines():
        line = line.split("//")[0]
        opened = re.match(r"use (\S+), clear$", line)
        if opened:
            with pandas.read_stata(dataset.folder / f"{opened[1]}.dta", iterator=True) as reader:
                variables = set(reader.variable_labels())
            continue
        unknown = set(re.findall(r"[a-z_]\w*", line)) - own - variables
        assert not unknown, f"{unknown} are no variables: {line}"
        assert re.findall(r"[a-z_]\w*", line)[0] in own and line.count("(") == line.count(")"), line
    assert variables, code


def check_python(dataset, code):
    if subprocess.run(["/usr/bin/python3", "-W", "ignore", "-c", "import pandas"], capture_output=True).returncode:
        skip("Debian's python3-pandas is not here")
    (dataset.folder / "example.py").write_text(code, encoding="utf-8")
    lines = dataset.run(["/usr/bin/python3", "-W", "ignore", "example.py"]).splitlines()
    wanted = dataset.rows("records", concept="rate.satisfaction", role="actual")
    assert len(lines) == 1 + len(wanted) > 10, (len(lines), len(wanted))
    shown = [float(line.split()[0]) for line in lines[1:] if not line.split()[0] == "NaN"]
    assert shown == sorted(float(row["value"]) for row in wanted if "~" not in row["value"]), shown


def check_sql(dataset, code):
    if shutil.which("sqlite3") is None:
        skip("sqlite3 is not here")
    found = {row["message"]: row["percent_off"] for row in json.loads(dataset.run(["sqlite3", "-json", "out/dataset.sqlite"], code))}
    wanted = {}
    for row in dataset.rows("findings", severity="disagree"):
        try:
            wanted[row["message"]] = round(100 * (float(row["stated"]) - float(row["computed"])) / float(row["computed"]), 1)
        except ValueError:  # a grade
            wanted[row["message"]] = None
    assert found == wanted and len([off for off in found.values() if off]) > 3, (found, wanted)
    sizes = [abs(off) for off in found.values() if off is not None]
    assert sizes == sorted(sizes, reverse=True), found


def number(text):
    return float(text) if text else None


def answers_of(dataset):
    """What the formulas of the README should give."""
    county = [(number(row["adjusted"]), number(row["executed"])) for row in dataset.rows("funds", source="county")]
    both = [(budget, spent) for budget, spent in county if budget is not None and spent is not None]
    budget, spent = (sum(column) for column in zip(*both))
    assert budget != spent
    rates = [float(row["execution_rate"]) for row in dataset.rows("reports", fiscal_year="2023") if row["execution_rate"]]
    return [budget, spent, spent / budget, statistics.mean(rates), len(dataset.rows("findings", severity="disagree"))]


def check_excel(dataset, code):
    try:
        import openpyxl
    except ImportError as error:
        skip(error)
    book = openpyxl.load_workbook(dataset.folder / "out/dataset.xlsx")
    for sheet, column in re.findall(r"(\w+)!([A-Z]+):", code):
        assert book[sheet][f"{column}1"].value, f"no column {column} in sheet {sheet}"
    sheet = book.create_sheet("answers", 0)
    for at, formula in enumerate(code.splitlines(), 1):
        sheet[f"A{at}"] = formula
    book.save(dataset.folder / "asked.xlsx")
    if shutil.which("soffice") is None:
        skip("the sheets and columns are there; no LibreOffice is here to compute the formulas")
    profile = f"-env:UserInstallation=file://{dataset.folder}/profile"
    dataset.run(["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "computed", "asked.xlsx"])
    if not (dataset.folder / "computed/asked.xlsx").exists():
        skip("the sheets and columns are there; LibreOffice is here without Calc")
    computed = openpyxl.load_workbook(dataset.folder / "computed/asked.xlsx", data_only=True)["answers"]
    found = [row[0] for row in computed.iter_rows(max_col=1, max_row=5, values_only=True)]
    wanted = answers_of(dataset)
    assert all(abs(one - other) <= 1e-9 * abs(other) for one, other in zip(found, wanted)), (found, wanted)


def check_commands(ziping, source):
    commands = program.commands(ziping)
    calls = 0
    for path in [source / "README.md", *sorted((source / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        for block in shell_lines.markdown_blocks(text):
            lines = [re.split(r"  +", line)[0] for line in block.splitlines()]
            for call in shell_lines.ziping_calls([line for line in lines if line.startswith("ziping")]):
                fault = shell_lines.fault_of(call, commands)
                assert not fault, f"{path.name}: {fault}"
                calls += 1
        for link in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (path.parent / link).exists(), f"{path.name}: there is no {link}"
    told = set(re.findall(r"^ziping (\w+)", (source / "README.md").read_text(encoding="utf-8"), re.M))
    assert told == set(commands) - {"extract"}, f"README: {told ^ set(commands)}"
    print(f"{calls} calls")


def main():
    ziping, source, example = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    if example == "commands":
        return check_commands(ziping, source)
    blocks = shell_lines.markdown_blocks((source / "README.md").read_text(encoding="utf-8"), example)
    assert len(blocks) == 1 and len(blocks[0].splitlines()) == 5, f"{example}: not one block of five lines"
    with tempfile.TemporaryDirectory() as folder:
        globals()[f"check_{example}"](Dataset(ziping, source, pathlib.Path(folder)), blocks[0])


main()
