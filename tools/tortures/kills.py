"""Kills at random moments: whatever dies, the same command goes on to the same bytes.

A round starts the command in a new OUT up to four times; each time the parent, a worker, all workers or all of them are killed, or
the parent gets a signal that stops it, while it reads or while it writes. Then nothing disturbs it, and every byte of OUT is compared
with that of a run that nothing disturbed. A worker that dies costs its document one of two attempts, so that only one moment of a
start kills workers.
"""
import collections
import pathlib
import random
import shutil
import signal
import tempfile
import time

import material
import runs
import watch

STOPS = {"INT": signal.SIGINT, "TERM": signal.SIGTERM, "HUP": signal.SIGHUP}
KINDS = ["parent", "worker", "workers", "all", *STOPS]


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
        self.slowest_stop = 0.0

    def moment(self, run, look):
        """Waits for the moment of a kill; false where the run ended before it. A third of them lie in the writing."""
        pause = self.random.uniform(0, self.seconds) * 0.7 ** (len(self.steps) - 1)
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
        if kind == "worker" and children:
            runs.end(self.random.choice(children))
        if kind in ("workers", "all"):
            for pid in children:
                runs.end(pid)
        return children

    def disturb(self):
        kind = self.random.choice(KINDS)
        self.steps.append(kind)
        run, look = runs.Run(self.command), watch.Watch(self.out)
        if not self.moment(run, look):
            self.steps[-1] += " too late"
        self.steps[-1] += f" after {run.seconds():.3f} s"
        children = self.strike(run, kind)
        struck = time.monotonic()
        code = run.wait(20 if kind not in ("worker", "workers") else 600)
        if kind in STOPS:
            self.slowest_stop = max(self.slowest_stop, time.monotonic() - struck)
        self.steps[-1] += f": {code}"
        self.judge(run, kind, code, children, time.monotonic() - struck)

    def judge(self, run, kind, code, children, seconds):
        if run.crash():
            self.faults.append(f"{kind}: {run.crash()}")
        if code == "hangs":
            self.faults.append(f"{kind}: it did not end")
        if kind in STOPS and code not in (130, self.code):
            self.faults.append(f"{kind}: exit code {code}: {run.words()}")
        if kind in STOPS and seconds > self.options.patience:
            self.faults.append(f"{kind}: it ended after {seconds:.1f} s")
        if kind in ("worker", "workers") and code != self.code and not (code == 1 and run.words().strip()):
            self.faults.append(f"{kind}: exit code {code}: {run.words()}")
        if self.random.random() < 0.5 and not runs.gone(children, self.options.patience):  # else the next run begins at once
            self.faults.append(f"{kind}: workers outlived their parent")

    def go_on(self):
        """The same command once more, to its end. The dead of the last start may hold the lock for a moment."""
        run = runs.Run(self.command)
        code = run.wait()
        if code != self.code or run.crash():
            self.faults.append(f"at the end: exit code {code}, not {self.code}: {run.words()}")
        self.faults += runs.differences(self.expected, runs.tree(self.out))

    def play(self):
        shutil.rmtree(self.out, ignore_errors=True)
        for _ in range(self.random.choice([1, 1, 2, 2, 3, 4])):
            self.disturb()
        self.go_on()
        print(f"round {self.number}: " + "; ".join(self.steps), flush=True)
        for fault in self.faults:
            print(f"  {fault}", flush=True)
        if self.faults:
            runs.keep(self.options, f"round-{self.number}", self.out)


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
        quiet = quiet_run(options, inputs, folder / "quiet")
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
