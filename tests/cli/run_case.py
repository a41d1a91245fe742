#!/usr/bin/env python3
"""Runs one command-line case: run_case.py ZIPING CASE_FOLDER [--update]

A case is a folder with `cmd` (a bash script that calls `ziping`), the files it needs, and what is
expected: `stdout`, `stderr` (nothing where they are missing) and `exit` (0 where it is missing).
It runs in a temporary copy of its folder. `{ANY}` in an expectation stands for any characters of a
line. --update writes what came out as the new expectation: read the diff before you commit it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SECONDS = 120


def expected(case, name, default):
    path = case / name
    return path.read_text(encoding="utf-8") if path.exists() else default


def matches(expectation, text):
    pattern = ".*".join(re.escape(part) for part in expectation.split("{ANY}"))
    return re.fullmatch(pattern, text) is not None


def run(ziping, case):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "case"
        shutil.copytree(case, folder)
        env = {"PATH": f"{ziping.parent}:{os.environ['PATH']}", "HOME": name, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
        if "ASAN_OPTIONS" in os.environ:
            env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        done = subprocess.run(["bash", "cmd"], cwd=folder, env=env, capture_output=True, timeout=SECONDS)
    return {"stdout": done.stdout.decode("utf-8", "replace"), "stderr": done.stderr.decode("utf-8", "replace"),
            "exit": f"{done.returncode}\n"}


def update(case, found):
    for name, text in found.items():
        if text == ("0\n" if name == "exit" else ""):
            (case / name).unlink(missing_ok=True)
        else:
            (case / name).write_text(text, encoding="utf-8")


def main():
    ziping, case = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    found = run(ziping, case)
    if "--update" in sys.argv:
        return update(case, found)
    failed = False
    for name, text in found.items():
        wanted = expected(case, name, "0\n" if name == "exit" else "")
        if not matches(wanted, text):
            failed = True
            print(f"-- {name} of {case.name}, expected:\n{wanted}-- found:\n{text}")
    return 1 if failed else 0


sys.exit(main())
