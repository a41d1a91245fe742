"""Kills at random moments: whatever dies, the same command goes on to the same bytes.

A round starts the command in a new OUT up to four times; each time the parent, a worker, all workers or all of them are killed, or
the parent gets a signal that stops it, while it reads or while it writes. Then nothing disturbs it, and every byte of OUT is compared
with that of a run that nothing disturbed; what was stored before must not be read again.
"""
import collections
import json
import pathlib
import random
import shutil
import signal
import sqlite3
import tempfile
import time

import material
import runs
import watch

STOPS = {"INT": signal.SIGINT, "TERM": signal.SIGTERM, "HUP": signal.SIGHUP}
WORKERS = ["worker", "workers", "plague"]
KINDS = ["parent", "all", *WORKERS, *STOPS]
PLAGUE = 8  # workers that die one after the other; fewer than the deaths that ziping forgives a document


def add_arguments(parser):
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--round", type=int, help="only this one")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--patience", type=float, default=1.5, help="seconds in which a stopped run must end")


class Round:
    def __init__(self, options, number, inputs, folder, quiet):
        self.options, self.number = options, number
        self.random = random.Random(f"{options.seed}/{number}")
        self.out = folder / "out"
        self.command = runs.extract(options, [inputs], self.out, "--jobs", options.jobs)
        self.code, self.expected, self.seconds, self.writing_seconds = quiet
        self.steps, self.faults = [], []
        self.slowest_stop, self.settled = 0.0, True

    def moment(self, run, look):
        """Waits for the moment of a kill; false where the run ended before it. A third of them lie in the writing."""
        pause = self.random.uniform(0, self.seconds * 0.8 ** len(self.steps))
        if self.random.random() < 1 / 3:
            while run.running() and not look.writing():
                time.sleep(0.001)
            pause = self.random.uniform(0, self.writing_seconds)
            self.steps[-1] += " writing"
        until = time.monotonic() + pause
        while run.running() and time.monotonic() < until:
            time.sleep(0.001)
        return run.running()

    def strike(self, run, kind):
        children = run.children()
        if kind in STOPS:
            run.signal(STOPS[kind])
        if kind in ("parent", "all"):
            run.signal(signal.SIGKILL)
        if kind in ("workers", "all"):
            for pid in children:
                runs.end(pid)
        for _ in range({"worker": 1, "plague": PLAGUE}.get(kind, 0)):
            if living := run.children():
                runs.end(self.random.choice(living))
            time.sleep(self.random.uniform(0, self.seconds / 10))
        return children

    def disturb(self):
        """Starts the command, strikes once; gives the exit code."""
        kind = self.random.choice(KINDS)
        self.steps.append(kind)
        run, look = runs.Run(self.command), watch.Watch(self.out)
        if not self.moment(run, look):
            self.steps[-1] += " too late"
        self.steps[-1] += f" after {run.seconds():.3f} s"
        children = self.strike(run, kind)
        struck = time.monotonic()
        code = run.wait(600 if kind in WORKERS else 20)
        if kind in STOPS:
            self.slowest_stop = max(self.slowest_stop, time.monotonic() - struck)
        self.steps[-1] += f": {code}"
        self.judge(run, kind, code, bool(children), time.monotonic() - struck)
        self.settled = self.random.random() < 0.5  # else the next run begins at once
        if self.settled and not runs.gone(children, self.options.patience):
            self.faults.append(f"{kind}: workers outlived their parent")
        return code

    def judge(self, run, kind, code, begun, seconds):
        if run.crash():
            self.faults.append(f"{kind}: {run.crash()}")
        if code == "hangs":
            self.faults.append(f"{kind}: it did not end")
        if kind in STOPS and code not in (130, self.code) and not (not begun and code == -STOPS[kind]):
            self.faults.append(f"{kind}: exit code {code}: {run.words()}")
        if kind in STOPS and seconds > self.options.patience:
            self.faults.append(f"{kind}: it ended after {seconds:.1f} s")
        if kind in WORKERS and code == self.code:
            self.faults += runs.differences(self.expected, runs.tree(self.out))
        elif kind in WORKERS and not (code == 1 and run.words().strip()):  # a writer that was killed ends the run
            self.faults.append(f"{kind}: exit code {code}: {run.words()}")

    def go_on(self):
        """The same command once more, to its end."""
        stored = stored_contents(self.out) if self.settled else None
        run = runs.Run(self.command + ["--log-json"])
        code = run.wait()
        if code != self.code or run.crash():
            self.faults.append(f"at the end: exit code {code}, not {self.code}: {run.words()}")
        read = read_contents(run.words())
        if stored is not None and stored + read != stored_contents(self.out):
            self.faults.append(f"{stored} contents were stored, {read} were read, but there are {stored_contents(self.out)}")
        self.faults += runs.differences(self.expected, runs.tree(self.out))

    def play(self):
        shutil.rmtree(self.out, ignore_errors=True)
        for _ in range(self.random.choice([1, 2, 2, 3, 4])):
            if self.disturb() == self.code:
                break
        self.go_on()
        print(f"round {self.number}: " + "; ".join(self.steps), flush=True)
        for fault in self.faults:
            print(f"  {fault}", flush=True)
        if self.faults:
            runs.keep(self.options, f"round-{self.number}", self.out)


def stored_contents(out):
    """How many contents a store holds whole."""
    with tempfile.TemporaryDirectory() as folder:
        for path in out.glob("dataset.sqlite*"):
            shutil.copy(path, folder)
        try:
            return sqlite3.connect(pathlib.Path(folder) / "dataset.sqlite").execute("SELECT count(*) FROM _contents").fetchone()[0]
        except sqlite3.OperationalError:  # no table yet
            return 0


def read_contents(words):
    """How many contents a run has read, by its log."""
    events = [json.loads(line) for line in words.splitlines() if line.startswith("{")]
    return sum(event["event"] == "document" and event["origin"] == "read" for event in events)


def quiet_run(options, inputs, out):
    """(exit code, dataset, seconds, seconds of them that it wrote)"""
    run, look = runs.Run(runs.extract(options, [inputs], out, "--jobs", options.jobs)), watch.Watch(out)
    while run.running() and not look.writing():
        time.sleep(0.001)
    reading = run.seconds()
    code = run.wait()
    if code not in (0, 1) or run.crash():
        raise SystemExit(f"an undisturbed run ended with {code}: {run.words()}")
    return code, runs.tree(out), run.seconds(), run.seconds() - reading


def torture(options):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = material.make(folder / "in", options.root, options.documents)
        quiet = min((quiet_run(options, inputs, folder / f"quiet-{n}") for n in (1, 2)), key=lambda each: each[2])
        print(f"undisturbed: exit code {quiet[0]}, {quiet[2]:.1f} s, of which it wrote {quiet[3]:.1f} s", flush=True)
        numbers = [options.round] if options.round else range(1, options.rounds + 1)
        rounds = [Round(options, number, inputs, folder, quiet) for number in numbers]
        for each in rounds:
            each.play()
    kinds = collections.Counter(step.split()[0] for each in rounds for step in each.steps if "too late" not in step)
    faulty = sum(bool(each.faults) for each in rounds)
    print(f"{len(rounds)} rounds, {sum(kinds.values())} kills ({', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items()))}), "
          f"{faulty} rounds with faults; the slowest stop took {max(each.slowest_stop for each in rounds):.2f} s")
    return 1 if faulty else 0
