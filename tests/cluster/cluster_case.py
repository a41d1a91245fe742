"""What the tests of tools/cluster have in common: an archive to read, and what a plain run makes of it."""
import os
import pathlib
import shutil
import subprocess
import sys
import zipfile

SAMPLES = 12


def folders(arguments):
    """(program, tools/cluster, corpus) of a test's command line: ZIPING SOURCE"""
    source = pathlib.Path(arguments[2]).resolve()
    return pathlib.Path(arguments[1]).resolve(), source / "tools" / "cluster", source / "corpus"


def make_archive(corpus, folder):
    """Some samples, one of them twice and one in a .zip, and files that cannot be read."""
    folder.mkdir()
    samples = sorted(path for path in corpus.glob("*/report.*") if path.suffix in (".pdf", ".txt"))[:SAMPLES]
    for sample in samples:
        shutil.copy(sample, folder / (sample.parent.name + sample.suffix))
    shutil.copy(samples[0], folder / ("copy" + samples[0].suffix))
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.write(samples[1], "inside" + samples[1].suffix)
        archive.writestr("empty.txt", "")
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.4\nnothing more")


def run(*command, cwd, env=None, codes=(0,)):
    """Standard output and error of a command, which must end with one of `codes`."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, env={**os.environ, **(env or {})},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode not in codes:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}")
    return done.stdout


def files_of(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def check_same(plain, merged, what):
    """Every byte of a dataset; the folder of the shards lies beside it."""
    expected, found = files_of(plain), files_of(merged)
    different = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    if different or "documents.csv" not in found:
        sys.exit(f"{what}: not as a plain run: {', '.join(different)}")
    print(f"{what}: {len(found)} files as a plain run makes them")
