#!/usr/bin/env python3
"""Shards by hand, as schedulers other than Slurm run them: shards_test.py ZIPING SOURCE"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from cluster_case import check_same, folders, make_archive, run

COUNT = 3


def check_order(tools, work, env):
    for number in (3, 1, 2):
        run(tools / "shard", "in", "-o", "byhand", f"--shard={number}/{COUNT}", "--jobs", 1, cwd=work, env=env)
    run(tools / "merge", "-o", "byhand", "--shards", COUNT, cwd=work, env=env)
    check_same(work / "plain", work / "byhand", "shards in any order")


def check_indexes(tools, work, env):
    """Indexed pods count from 0; so may the tasks of an array, whose size is that of the run."""
    for index in range(COUNT):
        run(tools / "shard", "in", "-o", "pods", cwd=work,
            env={**env, "JOB_COMPLETION_INDEX": str(index), "ZIPING_SHARDS": str(COUNT)})
        array = {"SLURM_ARRAY_TASK_ID": str(index + 5), "SLURM_ARRAY_TASK_MIN": "5", "SLURM_ARRAY_TASK_COUNT": str(COUNT)}
        run(tools / "shard", "in", "-o", "tasks", cwd=work, env={**env, **array, "SLURM_CPUS_PER_TASK": "1"})
    for out in ("pods", "tasks"):
        run(tools / "merge", "-o", out, cwd=work, env={**env, "ZIPING_SHARDS": str(COUNT)})
        check_same(work / "plain", work / out, out)


def check_parallel(tools, work, env):
    if not shutil.which("parallel"):
        print("GNU parallel is not installed")
        return
    run("parallel", "--jobs", 2, tools / "shard", "in", "-o", "parallel", "--shard", f"{{}}/{COUNT}", ":::",
        *range(1, COUNT + 1), cwd=work, env=env)
    run(tools / "merge", "-o", "parallel", "--shards", COUNT, cwd=work, env=env)
    check_same(work / "plain", work / "parallel", "GNU parallel")


def check_codes(tools, work, env):
    """A shard that is not finished is no success, whatever ziping's exit code means elsewhere."""
    run(tools / "shard", "in", "-o", "bad", cwd=work, env=env, codes=(2,))
    run(tools / "shard", "in", "-o", "bad", "--shard", "4/3", cwd=work, env=env, codes=(2,))
    run(tools / "shard", "in", "-o", "bad", "--shard", "1/3", "--patterns", "absent", cwd=work, env=env, codes=(2,))
    shutil.rmtree(work / "bad" / "shards")
    (work / "bad" / "shards").mkdir()
    (work / "bad" / "shards" / "001-of-003").touch()
    run(tools / "shard", "in", "-o", "bad", "--shard", "1/3", cwd=work, env=env, codes=(1,))
    shutil.rmtree(work / "byhand" / "shards" / "002-of-003")
    run(tools / "merge", "-o", "byhand", "--shards", COUNT, cwd=work, env=env, codes=(1, 2))


def check_stop(tools, work, env):
    """A scheduler's word to end reaches the program, and its answer the scheduler."""
    program = work / "program"
    program.write_text("#!/bin/sh\ntrap 'exit 130' TERM\ntouch started\nwhile true; do sleep 0.1; done\n")
    program.chmod(0o755)
    shard = subprocess.Popen([tools / "shard", "in", "-o", "stopped", "--shard", "1/3"], cwd=work,
                             env={**os.environ, **env, "ZIPING": str(program)})
    while not (work / "started").exists():
        time.sleep(0.05)
    shard.send_signal(signal.SIGTERM)
    if shard.wait(timeout=20) != 130:
        sys.exit(f"a stopped shard ended with {shard.returncode}")


def main():
    ziping, tools, corpus = folders(sys.argv)
    env = {"ZIPING": str(ziping)}
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        make_archive(corpus, work / "in")
        run(ziping, "extract", "in", "-o", "plain", cwd=work, codes=(1,))
        check_order(tools, work, env)
        check_indexes(tools, work, env)
        check_parallel(tools, work, env)
        check_codes(tools, work, env)
        check_stop(tools, work, env)


main()
