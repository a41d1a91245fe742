"""Mutations of a few PDFs: the same seed gives the same files, and none of them costs a good file its rows.

usage: mutations_test.py ZIPING SOURCE_FOLDER
"""
import pathlib
import subprocess
import sys
import tempfile

COUNT = 40
SOURCES = ["water-city-transfer", "form-boxes-rotated", "culture-department-gbk"]


def main():
    ziping, root = sys.argv[1], pathlib.Path(sys.argv[2])
    sources = [root / "corpus" / name / "report.pdf" for name in SOURCES]
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for copy in ("a", "b"):
            out = pathlib.Path(folder) / copy
            subprocess.run([root / "tools" / "mutate", "--seed", "5", "--count", str(COUNT), "--kinds", "bytes,objects", "-o", out,
                            *sources], check=True, stdout=subprocess.DEVNULL)
            made.append({path.name: path.read_bytes() for path in out.iterdir()})
        assert len(made[0]) == COUNT, f"{len(made[0])} files were made"
        assert made[0] == made[1], "the same seed gave other files"
        subprocess.run([root / "tools" / "hostile", "--ziping", ziping, pathlib.Path(folder) / "a", *sources], check=True)


main()
