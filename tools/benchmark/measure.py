"""CPU, memory and clock of commands."""
import dataclasses
import os
import shutil
import subprocess
import time


@dataclasses.dataclass
class Cost:
    cpu: float = 0.0      # seconds, user and system, of the process and what it started
    clock: float = 0.0    # seconds
    peak_mb: float = 0.0  # the largest resident size of a process


def run(commands, out):
    """The cost of the commands, one after the other; folder `out` is not there when one begins."""
    total = Cost()
    for command in commands:
        shutil.rmtree(out, ignore_errors=True)
        begin = time.monotonic()
        child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"bench: exit code {child.returncode}: {' '.join(map(str, command))}")
        total.cpu += usage.ru_utime + usage.ru_stime
        total.clock += time.monotonic() - begin
        total.peak_mb = max(total.peak_mb, usage.ru_maxrss / 1024)
    return total


def least(rounds, variants, out):
    """The least cost of each variant (name: commands), the variants taken in turn: the machine's noise hits all."""
    best = {}
    for _ in range(rounds):
        for name, commands in variants.items():
            cost = run(commands, out)
            known = best.setdefault(name, cost)
            known.cpu, known.clock = min(known.cpu, cost.cpu), min(known.clock, cost.clock)
            known.peak_mb = max(known.peak_mb, cost.peak_mb)
    return best
