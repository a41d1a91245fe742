#!/usr/bin/env python3
"""The manual pages say what the program says: manual_test.py ZIPING SOURCE"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import program
import shell_lines

SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "FILES", "EXAMPLES", "SEE ALSO"]
FONTS = {".B": " ", ".I": " ", ".BR": "", ".BI": "", ".RB": "", ".RI": "", ".IR": "", ".IB": ""}
FORMATS = "csv,jsonl,xlsx,stata"


def plain(line):
    """A line of a page without its marks."""
    line = re.sub(r"\\f[BIRP]|\\&", "", line.replace("\\-", "-"))
    macro, _, rest = line.partition(" ")
    return FONTS[macro].join(shlex.split(rest.replace("'", "\\'"))) if macro in FONTS else line


def sections(page):
    """Lines by section, without marks; `.TP` and the like stay."""
    found, name = {}, ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith(".SH "):
            name = line[4:]
            found[name] = []
        elif name:
            found[name].append(plain(line))
    return found


def entries(lines):
    """Tag and text of each `.TP`."""
    blocks = re.split(r"^\.TP\n", "\n".join(lines), flags=re.M)[1:]
    return [(tag, " ".join(text.split())) for tag, _, text in (block.partition("\n") for block in blocks)]


def check_options(name, lines, options):
    found = entries(lines)
    tags = [tag for tag, _ in found]
    wanted = [(f"{option.short}, " if option.short else "") + long + (f" {option.parameter}" if option.parameter else "")
              for long, option in options.items()]
    assert sorted(tags) == sorted(wanted), f"{name}: options {sorted(set(tags) ^ set(wanted))} are not in both"
    for (tag, text), option in zip(sorted(found), [options[re.search(r"--[\w-]+", tag)[0]] for tag in sorted(tags)]):
        assert option.default in text, f"{name}: {tag}: {option.default} is not in: {text}"


def check_mentions(name, parts, known):
    for word in re.findall(r"(?<![\w-])--[a-z][\w-]*", "\n".join(sum(parts.values(), []))):
        assert word in known, f"{name} tells of {word}, which no command has"


def check_examples(name, parts, commands):
    """Synopsis and examples are command lines that the program takes."""
    synopsis = [line for line in " ".join(parts["SYNOPSIS"]).split(".br ")]
    bare = [re.sub(r"[\[\]|]|\.\.\.", " ", line) for line in synopsis]
    examples = re.findall(r"^\.EX\n(.*?)^\.EE$", "\n".join(parts["EXAMPLES"]), re.M | re.S)
    assert examples, f"{name} has no example"
    calls = shell_lines.ziping_calls(bare) + shell_lines.ziping_calls("".join(examples).splitlines())
    for call in calls:
        fault = "" if call[0] == "COMMAND" else shell_lines.fault_of(call, commands)
        assert not fault, f"{name}: {fault}"


def check_page(page, commands, version):
    name = page.stem
    parts = sections(page)
    assert [part for part in parts if part in SECTIONS] == SECTIONS, f"{name}: sections {list(parts)}"
    head = page.read_text(encoding="utf-8").splitlines()[0].replace("\\-", "-")
    assert head.startswith(f".TH {name.upper()} 1 ") and f'"ziping {version}"' in head, f"{name}: {head}"
    own = commands.get(name.removeprefix("ziping-"))
    if own:
        check_options(name, parts["OPTIONS"], own.options)
    known = {option for command in commands.values() for option in command.options} | {"--version"}
    check_mentions(name, parts, known)
    check_examples(name, parts, commands)
    also = set(re.findall(r"(ziping[\w-]*)\(1\)", " ".join(sum(parts.values(), []))))
    assert also <= {path.stem for path in page.parent.glob("*.1")}, f"{name}: no pages {also}"
    return parts


def check_overview(parts, commands, source):
    told = [tag.split()[0] for tag, _ in entries(parts["COMMANDS"])]
    assert told == [*commands, "help"], told
    for name in commands:
        assert f"ziping-{name}(1)" in " ".join(parts["SEE ALSO"]), name
    environment = {tag for tag, _ in entries(parts["ENVIRONMENT"])}
    read = {name for path in (source / "src").rglob("*.cpp")
            for name in re.findall(r'getenv\("(\w+)"\)', path.read_text(encoding="utf-8"))}
    assert environment == read, f"environment: {environment ^ read}"


def exits_of(parts):
    return {int(tag) for tag, _ in entries(parts["EXIT STATUS"])}


def make_dataset(ziping, folder):
    report = folder / "report.txt"
    report.write_text("2023年度青禾县农村饮水安全工程项目绩效自评报告\n\n一、资金使用情况\n"
                      "全年预算数640万元，全年实际支出512万元，预算执行率84%。\n", encoding="utf-8")
    for command in (["extract", "-q", report, "-o", folder / "out", "--to", FORMATS], ["review", folder / "out"]):
        subprocess.run([ziping, *command], check=True, capture_output=True)
    (folder / "out/verdicts.csv").write_text("", encoding="utf-8")


def check_files(parts, out):
    """Every file of a dataset is told of, and what is told of is there."""
    text = " ".join(parts["FILES"])
    names = set(re.findall(r"[\w./-]+", text))
    for path in out.iterdir():
        name = path.name + ("/" if path.is_dir() else "")
        table = path.stem in names and f"TABLE{path.suffix}" in names
        assert name in names or table, f"{name} is not in FILES of ziping.1"
    there = {path.name for path in out.iterdir()}
    told = {name for name in names if re.fullmatch(r"\.?[a-z]+\.\w+", name)}
    assert told <= there, f"{told - there} are not in a dataset"


def check_log(ziping, parts, folder):
    """What --log-json tells is in MESSAGES, event by event."""
    told = {}
    for tag, text in entries(parts["MESSAGES"]):
        for event in tag.split(", "):
            told[event] = set(re.findall(r"\w+", text)) | {"event", "seconds"}
    for inputs in ([folder / "report.txt", folder / "absent"], [folder / "report.txt"]):
        log = subprocess.run([ziping, "extract", "--log-json", *inputs, "-o", folder / "logged"], capture_output=True, text=True)
        for line in map(json.loads, log.stderr.splitlines()):
            assert set(line) <= told[line["event"]], f"MESSAGES: {line['event']}: {set(line) - told[line['event']]}"


def check_exits(ziping, pages, folder):
    """Exit codes that are easy to have are those of the pages."""
    out, absent = str(folder / "out"), str(folder / "absent")
    for call, code in [(["extract", absent, "-o", absent + "-out"], 1), (["extract"], 2), (["merge", absent, "-o", out], 2),
                       (["audit", out], 1), (["audit", absent], 2), (["export", out, "--to", "csv"], 0),
                       (["export", absent, "--to", "csv"], 1), (["export", out], 2), (["review", absent], 1),
                       (["review", out, "--apply", absent], 2), (["review", out, "--apply", __file__], 2),
                       (["text", absent], 1), (["text"], 2), (["explain", absent], 1), (["explain"], 2),
                       (["patterns", "check"], 0), (["patterns", "check", absent], 2), (["patterns"], 2)]:
        found = subprocess.run([ziping, *call], capture_output=True).returncode
        assert found == code, f"{call}: exit code {found}, not {code}"
        assert code in exits_of(pages[f"ziping-{call[0]}"]), f"ziping-{call[0]}.1 does not tell of exit code {code}"


def main():
    ziping, source = sys.argv[1], pathlib.Path(sys.argv[2])
    commands, version = program.commands(ziping), program.version(ziping)
    paths = sorted((source / "docs").glob("*.1"))
    assert {path.stem for path in paths} == {"ziping", *(f"ziping-{name}" for name in commands)}, paths
    pages = {path.stem: check_page(path, commands, version) for path in paths}
    check_overview(pages["ziping"], commands, source)
    assert exits_of(pages["ziping"]) >= set().union(*(exits_of(parts) for parts in pages.values()))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_dataset(ziping, folder)
        check_files(pages["ziping"], folder / "out")
        check_log(ziping, pages["ziping-extract"], folder)
        (folder / "out/verdicts.csv").unlink()
        check_exits(ziping, pages, folder)
    print(f"{len(pages)} pages")


main()
