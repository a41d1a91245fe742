#!/usr/bin/env python3
"""man and groff find no fault in the manual pages: manual_renders_test.py SOURCE"""
import os
import pathlib
import shutil
import subprocess
import sys

import program

pages = sorted((pathlib.Path(sys.argv[1]) / "docs").glob("*.1"))
ways = [way for way in (["man", "--warnings", "-l"], ["groff", "-ww", "-man", "-Tutf8", "-z"]) if shutil.which(way[0])]
if not ways:
    print("neither man nor groff is here")
    sys.exit(program.SKIPPED)
for page in pages:
    for way in ways:
        done = subprocess.run([*way, page], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        assert done.returncode == 0 and not done.stderr, f"{way[0]}: {page.name}:\n{done.stderr}"
print(f"{len(pages)} pages by {', '.join(way[0] for way in ways)}")
