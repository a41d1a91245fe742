"""Runs of ziping as they are watched and disturbed from outside, and the datasets that they leave."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

CRASHES = ("AddressSanitizer", "runtime error:", "terminate called", "LeakSanitizer")


class Run:
    """A command that runs. Its words are kept."""

    def __init__(self, command):
        self.words_file = tempfile.TemporaryFile()
        self.begin = time.monotonic()
        self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=self.words_file, start_new_session=True)

    def children(self):
        pid = self.process.pid
        try:
            return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            return []

    def running(self):
        return self.process.poll() is None

    def seconds(self):
        return time.monotonic() - self.begin

    def signal(self, number):
        if self.running():
            self.process.send_signal(number)

    def wait(self, timeout=600):
        """The exit code, minus the signal's number where one ended it; "hangs" where it had to be killed."""
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            for pid in self.children():
                end(pid)
            self.process.kill()
            self.process.wait()
            return "hangs"

    def words(self):
        self.words_file.seek(0)
        return self.words_file.read().decode("utf-8", "replace")

    def crash(self):
        """The line of a crash of the parent that its words show; empty where there is none."""
        return next((line for line in self.words().splitlines() if any(crash in line for crash in CRASHES)), "")


def end(pid):
    """Kills a process that a run has started."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def alive(pid):
    """Whether a process still runs; one that has ended and waits for its parent does not."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def gone(pids, patience):
    """Whether all of the processes end by themselves in that many seconds."""
    until = time.monotonic() + patience
    while any(alive(pid) for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def extract(options, inputs, out, *more):
    """The command that reads `inputs` into `out`."""
    return [options.ziping, "extract", *inputs, "-o", out, "--quiet", *more]


def tree(out):
    """The bytes of a dataset: {name: bytes}"""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def first_difference(a, b):
    at = next((at for at, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"{len(a)} and {len(b)} bytes, other from byte {at} (line {a.count(10, 0, at) + 1}) on"


def differences(expected, found):
    """A line for each file that is not the same."""
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield f"{name} is missing"
        elif name not in expected:
            yield f"{name} is left over"
        elif expected[name] != found[name]:
            yield f"{name}: {first_difference(expected[name], found[name])}"


def keep(options, name, out):
    """Keeps a dataset for who looks into its difference."""
    if not options.keep:
        return
    target = options.keep / name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(out, target)
    print(f"  kept in {target}")


def undisturbed(options, inputs, out, *more):
    """A run that nothing disturbs: (exit code, dataset, seconds)"""
    run = Run(extract(options, inputs, out, *more))
    code = run.wait()
    if code not in (0, 1) or run.crash():
        raise SystemExit(f"an undisturbed run ended with {code}: {run.words()}")
    return code, tree(out), run.seconds()
