#!/usr/bin/env python3
"""Checks the #include lines under src/: folders go one way, and each outside library has one door."""
import pathlib
import re
import sys

ORDER = ["base", "archive", "ingest", "layout", "normalize", "outline", "pattern", "form", "audit", "record", "pipeline", "store", "write", "worker", "batch", "review", "app"]
# An outside header (as a pattern) and the files that may include it.
DOORS = [
    (r"(poppler-|goo/|OutputDev|Gfx|PDFDoc|GlobalParams|Error\.h)", r"ingest/(pdf|poppler_glue)"),
    (r"(Splash|splash/)", r"ingest/page_picture"),
    (r"zlib\.h", r"(review/png|ingest/content/stream_bytes)"),
    (r"archive(_entry)?\.h$", r"archive/archive_file"),
    (r"re2/", r"pattern/"),
    (r"toml\+\+/", r"pattern/"),
    (r"unicode/", r"(normalize/|ingest/(text|charset))"),
    (r"utf8proc\.h", r"base/utf8"),
    (r"openssl/", r"base/files"),
    (r"sqlite3\.h", r"store/"),
    (r"zstd\.h", r"store/"),
    (r"(seccomp\.h|linux/landlock\.h)", r"worker/sandbox"),
    (r"rapidjson/", r"write/data_package"),
    (r"xlsxwriter\.h", r"write/xlsx"),
    (r"readstat\.h", r"write/stata"),
    (r"dlfcn\.h", r"write/duckdb"),
    (r"boost/program_options", r"app/"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def part_of(path):
    """`app/explain.cpp` -> app, `pipeline.h` -> pipeline, `main.cpp` -> after everything."""
    first = path.split("/")[0].split(".")[0]
    return ORDER.index(first) if first in ORDER else len(ORDER)


def faults_of(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        quoted, header = found[1] == '"', found[2]
        if quoted and part_of(header) < len(ORDER) and part_of(header) > part_of(name):
            yield f"{name}:{number}: {header} comes later in the order {', '.join(ORDER)}"
        for pattern, allowed in DOORS:
            if re.match(pattern, header) and not re.match(allowed, name):
                yield f"{name}:{number}: {header} may only be included by {allowed}"


def main():
    source = pathlib.Path(sys.argv[1])
    files = sorted(p for p in source.rglob("*") if p.suffix in (".h", ".cpp"))
    faults = [fault for path in files
              for fault in faults_of(path.relative_to(source).as_posix(), path.read_text(encoding="utf-8"))]
    print("\n".join(faults) if faults else f"{len(files)} files include in one direction")
    return 1 if faults or not files else 0


sys.exit(main())
