"""OUT on a disk that fills up: the run says so and ends; with more room the same command goes on to the same bytes."""
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time

import material
import runs
import watch

PLENTY = 4 << 30
NOT_HERE = 77
SENTENCE = re.compile(r"^ziping: .*(No space left on device|disk is full|full)", re.MULTILINE)


def add_arguments(parser):
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sizes", type=lambda text: [float(part) for part in text.split(",")],
                        default=[0.01, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97], help="of the room that a run takes at its peak")


class SmallDisk:
    """A tmpfs whose size can be changed."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()

    def mount(self, size):
        """What is wrong where it cannot be had; else empty."""
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", self.folder], capture_output=True, text=True)
        return done.stderr.strip() or "mount failed" if done.returncode else ""

    def resize(self, size):
        subprocess.run(["mount", "-o", f"remount,size={size}", self.folder], check=True)

    def unmount(self):
        subprocess.run(["umount", self.folder], check=True)

    def used(self):
        status = os.statvfs(self.folder)
        return (status.f_blocks - status.f_bfree) * status.f_frsize


def with_plenty(options, inputs, disk):
    """(exit code, dataset, peak of the room, room taken when the writing began)"""
    out = disk.folder / "out"
    run, look, peak, reading = runs.Run(runs.extract(options, [inputs], out, "--jobs", options.jobs)), watch.Watch(out), 0, 0
    while run.running():
        peak = max(peak, disk.used())
        reading = reading or (look.writing() and peak)
        time.sleep(0.002)
    if run.wait() not in (0, 1):
        raise SystemExit(f"an undisturbed run ended with {run.wait()}: {run.words()}")
    return run.wait(), runs.tree(out), max(peak, disk.used()), reading


def damage_of_store(out):
    """What SQLite finds wrong with a store; empty where all is well or there is none."""
    store = out / "dataset.sqlite"
    if not store.exists() or store.stat().st_size == 0:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        for path in out.glob("dataset.sqlite*"):
            shutil.copy(path, folder)
        answer = sqlite3.connect(pathlib.Path(folder) / store.name).execute("PRAGMA integrity_check").fetchone()[0]
    return "" if answer == "ok" else answer


def fill(options, command, out):
    """(whether the disk filled up, faults)"""
    run, look = runs.Run(command), watch.Watch(out)
    writing = False
    while run.running():
        writing = writing or look.writing()
        time.sleep(0.002)
    code, words = run.wait(), run.words()
    print(f"  exit code {code}, {'writing' if writing else 'reading'}: {words.strip() or 'no word'}", flush=True)
    faults = [run.crash()] if run.crash() else []
    if not SENTENCE.search(words):
        return False, faults
    if code != 1:
        faults.append(f"exit code {code}, not 1")
    if damage_of_store(out):
        faults.append(f"the store is damaged: {damage_of_store(out)}")
    return True, faults


def try_sizes(options, disk, sizes, inputs, quiet):
    """Fills disks of growing sizes, the same OUT on all of them, then gives it room."""
    code, expected, peak, _ = quiet
    out = disk.folder / "out"
    command, faults = runs.extract(options, [inputs], out, "--jobs", options.jobs), []
    disk.mount(max(4096, int(peak * sizes[0])))
    try:
        for share in sizes:
            print(f"{share:.0%} of the room:", flush=True)
            disk.resize(max(4096, int(peak * share)))
            faults += fill(options, command, out)[1]
        disk.resize(PLENTY)
        run = runs.Run(command)
        if run.wait() != code or run.crash():
            faults.append(f"at the end: exit code {run.wait()}, not {code}: {run.words()}")
        faults += runs.differences(expected, runs.tree(out))
        if faults:
            runs.keep(options, f"full-disk-{'-'.join(map(str, sizes))}", out)
    finally:
        disk.unmount()
    for fault in faults:
        print(f"  {fault}", flush=True)
    return faults


def torture(options):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = material.make(folder / "in", options.root, options.documents)
        disk = SmallDisk(folder / "disk")
        if reason := disk.mount(PLENTY):
            print(f"no small disk can be had here: {reason}")
            return NOT_HERE
        try:
            quiet = with_plenty(options, inputs, disk)
        finally:
            disk.unmount()
        print(f"undisturbed: {quiet[2] >> 10} kB at the peak, {quiet[3] >> 10} kB when it began to write", flush=True)
        tries = [[size] for size in options.sizes] + [options.sizes]
        faulty = sum(bool(try_sizes(options, disk, sizes, inputs, quiet)) for sizes in tries)
    print(f"{len(tries)} full disks, {faulty} with faults")
    return 1 if faulty else 0
