#!/usr/bin/env python3
"""A run on a Slurm of this machine: slurm_test.py ZIPING SOURCE. Exit code 77 where Slurm is not installed."""
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

from cluster_case import check_same, folders, make_archive, run

COUNT = 3
SECONDS = 100
DAEMONS = ("munged", "slurmctld", "slurmd", "sbatch")


class Cluster:
    """A Slurm that lives as long as the block."""

    def __init__(self, tools, ziping, work):
        self.tools, self.work, self.slurm = tools, work, work / "slurm"
        self.env = {"ZIPING": str(ziping), "SLURM_CONF": str(self.slurm / "slurm.conf")}

    def __enter__(self):
        run(self.tools / "local-slurm", "start", self.slurm, cwd=self.work)
        return self

    def __exit__(self, *_):
        run(self.tools / "local-slurm", "stop", self.slurm, cwd=self.work)

    def submit(self, out, *options):
        """Submits the run, and returns when no job is left."""
        run(self.tools / "submit", "in", "-o", out, "--shards", COUNT, "--jobs", 1, "--max-memory", 512, *options,
            cwd=self.work, env=self.env)
        deadline = time.monotonic() + SECONDS
        while run("squeue", "--noheader", cwd=self.work, env=self.env):
            if time.monotonic() > deadline:
                sys.exit("jobs are left:\n" + run("squeue", cwd=self.work, env=self.env) + self.logs(out))
            time.sleep(0.2)

    def logs(self, out):
        return "".join(f"-- {path.name}\n{path.read_text()}" for path in sorted((self.work / out / "shards").glob("*.out")))


def last_event(out, number):
    return json.loads((out / "shards" / f"{number:03}-of-{COUNT:03}.log").read_text().splitlines()[-1])


def check_run(cluster, plain, out):
    cluster.submit(out.name)
    if not (out / "documents.csv").exists():
        sys.exit("nothing was merged\n" + cluster.logs(out.name))
    check_same(plain, out, "array and merge")


def check_repeated(cluster, plain, out):
    """The same command again reads only what is not there."""
    shutil.rmtree(out / "shards" / f"002-of-{COUNT:03}")
    (out / "documents.csv").unlink()
    cluster.submit(out.name)
    check_same(plain, out, "the same once more")
    for number, keeps in ((1, True), (2, False), (3, True)):
        event = last_event(out, number)
        if (event["kept"] > 0) != keeps:
            sys.exit(f"shard {number} kept {event['kept']} of {event['documents']} documents")


def check_failed_tasks(cluster, out):
    """Tasks that cannot do their work fail, and nothing is merged."""
    cluster.submit(out.name, "--patterns", "absent")
    if (out / "dataset.sqlite").exists():
        sys.exit("a run whose tasks failed was merged")


def main():
    ziping, tools, corpus = folders(sys.argv)
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    if missing := [name for name in DAEMONS if not shutil.which(name, path=path)]:
        print(f"Slurm is not installed: no {', '.join(missing)}")
        sys.exit(77)
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="ziping-") as name:  # its path is short enough for a socket
        work = pathlib.Path(name)
        make_archive(corpus, work / "in")
        run(ziping, "extract", "in", "-o", "plain", cwd=work, codes=(1,))
        with Cluster(tools, ziping, work) as cluster:
            check_run(cluster, work / "plain", work / "out")
            check_repeated(cluster, work / "plain", work / "out")
            check_failed_tasks(cluster, work / "failed")


main()
