#!/usr/bin/env python3
"""datapackage.json is valid by the published profiles, its tables by their schemas, its checksums are right."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import dataset

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ.get("ZIPING_CONSUMERS", HERE.parents[1] / "build/consumers")) / "node_modules"


def check_files(out):
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        data = (out / resource["path"]).read_bytes()
        assert len(data) == resource["bytes"], resource["path"]
        assert "sha256:" + hashlib.sha256(data).hexdigest() == resource["hash"], resource["path"]
    for name in ["README.md", "CITATION.cff", "codebook.md"]:
        assert (out / name).stat().st_size > 0, name
    inputs = package["provenance"]["inputs"]
    for entry in inputs:
        data = pathlib.Path(entry["path"]).read_bytes()
        assert "sha256:" + hashlib.sha256(data).hexdigest() == entry["hash"], entry
    assert package["provenance"]["inputCount"] == len(inputs) > 0


def check(out):
    check_files(out)
    if not (MODULES / "datapackage").is_dir():
        print(f"no validator in {MODULES}; tools/fetch-consumers gets it")
        sys.exit(dataset.SKIPPED)
    done = subprocess.run(["node", HERE / "data_package.js", out], env={**os.environ, "NODE_PATH": str(MODULES)})
    assert done.returncode == 0


dataset.read_with(check)
