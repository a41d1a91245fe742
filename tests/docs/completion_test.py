#!/usr/bin/env python3
"""Completion for bash offers what the program takes: completion_test.py ZIPING SOURCE"""
import pathlib
import re
import subprocess
import sys
import tempfile

import program

ASK = """
source "$1"; shift
cd "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
"$(complete -p ziping | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
printf '%s\\n' "${COMPREPLY[@]}"
"""


class Bash:
    def __init__(self, script, folder):
        self.script, self.folder = script, folder

    def offers(self, *words):
        """What is offered for the last of the words."""
        done = subprocess.run(["bash", "--norc", "-c", ASK, "bash", self.script, self.folder, "ziping", *words],
                              check=True, capture_output=True, text=True)
        assert not done.stderr, done.stderr
        return sorted(filter(None, done.stdout.split("\n")))

    def expect(self, words, wanted):
        found = self.offers(*words)
        assert found == sorted(wanted), f"{' '.join(words)!r}: offers {found}, not {sorted(wanted)}"


def check_program(bash, ziping, commands):
    bash.expect([""], [*commands, "help"])
    bash.expect(["help", ""], [*commands, "help"])
    bash.expect(["ex"], [name for name in commands if name.startswith("ex")])
    bash.expect(["-"], re.findall(r"^  (--\w+)", program.say(ziping, "help"), re.M))
    for name, command in commands.items():
        bash.expect([name, "-"], command.options)
        for long, option in command.options.items():
            if option.parameter == "DIR":
                bash.expect([name, long, "empt"], ["empty"])
                bash.expect([name, long, "report"], ["reports"])
            elif option.parameter in ("N", "MB", "S", "I/N"):
                bash.expect([name, long, ""], [])
            elif option.parameter:
                assert bash.offers(name, long, ""), f"{name} {long} has no value"


def check_formats(bash, formats):
    for words in (["extract", "--to"], ["export", "out", "--to"], ["merge", "a", "--to"], ["extract", "--to", "="]):
        bash.expect([*words, ""], formats)
        bash.expect([*words, "x"], ["xlsx"])
        bash.expect([*words, "csv,"], ["csv," + name for name in formats if name != "csv"])
        bash.expect([*words, "csv,jsonl,x"], ["csv,jsonl,xlsx"])
    bash.expect(["extract", "--to", "="], formats)


def make_folder(folder):
    for name in ["out", "more/deep", "with blank", "empty", "reports", "a [1]"]:
        (folder / name).mkdir(parents=True)
    for name in ["out/dataset.sqlite", "more/deep/dataset.sqlite", "with blank/dataset.sqlite", "a [1]/dataset.sqlite",
                 "reports/1.pdf", "reports/2.PDF", "reports/3.docx", "reports/4.tar.gz", "reports/5.txt", "verdicts.csv",
                 "list.txt", "reports/6.zip"]:
        (folder / name).touch()


def check_names(bash):
    datasets = ["out", "more", "with blank", "a [1]"]
    for command in ["audit", "export", "review", "merge"]:
        bash.expect([command, ""], datasets)
        bash.expect([command, "more/"], ["more/deep"])
        bash.expect([command, "with\\ "], ["with blank"])
        bash.expect([command, '"with'], ["with blank"])
    bash.expect(["merge", "out", "m"], ["more"])
    bash.expect(["review", "out", "--apply", "v"], ["verdicts.csv"])
    bash.expect(["extract", "reports/"], ["reports/" + name for name in ["1.pdf", "2.PDF", "4.tar.gz", "5.txt", "6.zip"]])
    bash.expect(["extract", "--quiet", "reports/1"], ["reports/1.pdf"])
    bash.expect(["extract", "--", "reports/1"], ["reports/1.pdf"])
    bash.expect(["extract", "reports/3"], ["reports/3.docx"])
    bash.expect(["extract", "--from", "li"], ["list.txt"])
    bash.expect(["extract", "-o", "e"], ["empty"])
    for command in ["text", "explain"]:
        bash.expect([command, "reports/"], ["reports/" + name for name in ["1.pdf", "2.PDF", "5.txt"]])
    bash.expect(["patterns", ""], ["check"])
    bash.expect(["patterns", "check", "e"], ["empty"])


def main():
    ziping, source = sys.argv[1], pathlib.Path(sys.argv[2])
    commands = program.commands(ziping)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_folder(folder)
        bash = Bash(source / "docs/ziping.bash", folder)
        check_program(bash, ziping, commands)
        formats = re.search(r"--to FORMATS\s+joined by commas: ([\w, ]+) \(", program.say(ziping, "help", "export"))[1]
        check_formats(bash, formats.split(", "))
        check_names(bash)
    print(f"{len(commands)} commands")


main()
