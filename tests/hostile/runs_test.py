"""Runs that go on, that are stopped, and that are put together: what is read again, what is refused, exit codes.

usage: runs_test.py ZIPING SOURCE_FOLDER
"""
import pathlib
import shutil
import signal
import sys
import tempfile

from run_case import Work, check, report, zip_of

COUNT = 9


def origins(events):
    """How many documents were read, kept, copied."""
    found = [event["origin"] for event in events if event["event"] == "document"]
    return {origin: found.count(origin) for origin in sorted(set(found))}


def fill(work):
    for i in range(COUNT):
        work.put(f"in/{i}.txt", report("第%d局" % (i + 1)))
    work.put("in/more.zip", zip_of([("x.txt", report("甲局")), ("1.txt", report("第1局"))]))


def check_going_on(work, patterns):
    """Only what is new, or would come out differently, is read."""
    fill(work)
    own = shutil.copytree(patterns, work.folder / "patterns")
    extract = lambda *more: origins(work.extract("in", "-o", "out", "--patterns", own, *more))
    check(extract(), {"copied": 1, "read": COUNT + 1}, "a first run")
    first = work.bytes_of("out")
    check(extract(), {"kept": COUNT + 2}, "the same once more")
    check(work.bytes_of("out"), first, "files of a run that had nothing to do")
    check(extract("--again"), {"copied": 1, "read": COUNT + 1}, "--again")
    check(work.bytes_of("out"), first, "files of --again")
    work.put("in/new.txt", report("新局"))
    check(extract(), {"kept": COUNT + 2, "read": 1}, "a new document")
    (work.folder / "in" / "new.txt").unlink()
    check(extract(), {"kept": COUNT + 2}, "without it")
    check(work.bytes_of("out"), first, "files without it")
    file = sorted(own.glob("*.toml"))[0]
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    check(extract(), {"copied": 1, "read": COUNT + 1}, "other patterns")


def check_merge(work, patterns):
    extract = lambda number, out, *more: work.run("extract", "in", "-o", out, "--shard", f"{number}/3", *more)
    work.run("extract", "in", "-o", "whole")
    for number in (1, 2, 3):
        extract(number, f"s{number}")
    work.run("merge", "s3", "s1", "s2", "-o", "merged")
    check(work.bytes_of("merged"), work.bytes_of("whole"), "merged shards")
    work.run("extract", "in", "-o", "merged")
    refuse = lambda *shards: work.run("merge", *shards, "-o", "refused", code=2)
    refuse("s1", "s2")
    refuse("s1", "s2", "s2")
    refuse("s1", "s2", "s3", "s3")
    refuse("s1", "s2", "whole")
    own = shutil.copytree(patterns, work.folder / "other-patterns")
    file = sorted(own.glob("*.toml"))[0]
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    extract(3, "p3", "--patterns", own)
    refuse("s1", "s2", "p3")
    work.put("in/late.txt", report("晚局"))
    extract(3, "l3")
    refuse("s1", "s2", "l3")
    (work.folder / "in" / "late.txt").unlink()
    check((work.folder / "refused" / "documents.csv").exists(), False, "a dataset of shards that do not fit")


def check_codes(work):
    work.run("extract", "in", "-o", "codes")
    work.run("extract", "in/0.txt", "absent.txt", "-o", "codes", code=1)
    check([state for _, state, _ in work.states("codes")], ["ok", "missing"], "a run of which one failed")
    for bad in (["in", "-o", "codes", "--shard", "4/3"], ["in", "-o", "codes", "--jobs", "x"], ["in"], ["-o", "codes"]):
        work.run("extract", *bad, code=2)


def check_two_runs(work):
    """The second is told who is there; the first is stopped by a signal within its time, and goes on."""
    work.put("slow/a.txt", report("甲局"))
    for i in range(400):
        work.put(f"slow/b{i}.txt", report("乙局%d" % i) * 40)
    for number in (signal.SIGINT, signal.SIGTERM):
        first = work.start("extract", "--log-json", "--jobs", "1", "slow", "-o", "two")
        while '"document"' not in first.stderr.readline():
            assert first.poll() is None, "the first run has ended"
        said = work.run("extract", "slow", "-o", "two", code=1)
        assert f"process {first.pid}" in said, said
        first.send_signal(number)
        first.communicate(timeout=60)
        check(first.returncode, 130, f"exit code of a run stopped by signal {number}")
    assert origins(work.extract("slow", "-o", "two"))["kept"] > 0, "nothing was kept"
    work.run("extract", "slow", "-o", "one")
    check(work.bytes_of("two"), work.bytes_of("one"), "a run in three parts")


def main():
    ziping, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = Work(ziping, folder)
        check_going_on(work, root / "patterns")
        check_merge(work, root / "patterns")
        check_codes(work)
        check_two_runs(work)


main()
