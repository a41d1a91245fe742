"""Any number of workers, and shards that are merged, give the same bytes."""
import pathlib
import subprocess
import tempfile

import material
import runs

COUNTS = [1, 2, 5]
SHARDS = 3


def add_arguments(parser):
    parser.add_argument("--documents", type=int, default=300)


def merged(options, inputs, folder):
    """The dataset of shards that are merged."""
    shards = []
    for number in range(1, SHARDS + 1):
        shards.append(folder / f"shard-{number}")
        runs.undisturbed(options, [inputs], shards[-1], "--shard", f"{number}/{SHARDS}")
    out = folder / "merged"
    done = subprocess.run([options.ziping, "merge", *shards, "-o", out], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"merge ended with {done.returncode}: {done.stderr}")
    return runs.tree(out)


def torture(options):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = material.make(folder / "in", options.root, options.documents)
        found = {f"--jobs {count}": runs.undisturbed(options, [inputs], folder / str(count), "--jobs", count)[1] for count in COUNTS}
        found[f"{SHARDS} shards merged"] = merged(options, inputs, folder)
    expected = found[f"--jobs {COUNTS[0]}"]
    faulty = 0
    for name, dataset in found.items():
        faults = list(runs.differences(expected, dataset))
        faulty += bool(faults)
        print(f"{name}: {'; '.join(faults) or f'{len(dataset)} files, {sum(map(len, dataset.values()))} bytes, the same'}")
    return 1 if faulty else 0
