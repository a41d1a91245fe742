"""Archives and files of every kind in one run: each document has its row, and none costs another one's.

usage: inputs_test.py ZIPING SOURCE_FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from run_case import Work, check, encrypted, gbk_zip_of, report, tar_of, zip_of


def check_archives(work):
    """One archive of each kind, all sound; what is the same as a file before is said to be."""
    put = lambda name, data: work.put(f"sound/{name}", data)
    put("a.txt", report("水务局"))
    put("b.zip", zip_of([("x/水务局.txt", report("水务局")), ("教育局.txt", report("教育局")), ("图.png", b"\x89PNG")]))
    put("c.tar.gz", tar_of([("./卫健委.txt", report("卫健委"))]))
    put("d.zip", gbk_zip_of([("绩效自评.txt", report("公安局"))]))
    put("e.zip", zip_of([("内.zip", zip_of([("交通局.txt", report("交通局"))])), ("外.txt", report("民政局"))]))
    put("f.zip", zip_of([("x.txt", report("林业局")), ("x.txt", report("农业局"))]))
    put("g.bin.zip", tar_of([("x.txt", report("体育局"))], "w"))
    put("h.zip", zip_of([("../../up.txt", report("文旅局")), ("/etc/abs.txt", report("商务局"))]))
    put("i.tar", tar_of([("x.txt", report("统计局"))], "w"))
    wanted = [("a.txt", "ok", ""), ("b.zip/x/水务局.txt", "ok", "a.txt"), ("b.zip/教育局.txt", "ok", ""),
              ("c.tar.gz/卫健委.txt", "ok", ""), ("d.zip/绩效自评.txt", "ok", ""), ("e.zip/内.zip/交通局.txt", "ok", ""),
              ("e.zip/外.txt", "ok", ""), ("f.zip/x.txt", "ok", ""), ("f.zip/x.txt#2", "ok", ""),
              ("g.bin.zip/x.txt", "ok", ""), ("h.zip/up.txt", "ok", ""), ("h.zip/etc/abs.txt", "ok", ""),
              ("i.tar/x.txt", "ok", "")]
    if shutil.which("7z"):
        put("7z.txt", report("气象局"))
        subprocess.run(["7z", "a", "j.7z", "7z.txt"], cwd=work.folder / "sound", check=True, stdout=subprocess.DEVNULL)
        wanted = [("7z.txt", "ok", ""), *wanted, ("j.7z/7z.txt", "ok", "7z.txt")]
    before = {path for path in work.folder.parent.rglob("*.txt")}
    work.run("extract", "sound", "-o", "sound-out")
    check(work.states("sound-out", "sound/"), wanted, "archives that are sound")
    records = [(row["document"], row["value"]) for row in work.rows("sound-out", "records")]
    check([v for d, v in records if d == "sound/a.txt"], [v for d, v in records if d == "sound/b.zip/x/水务局.txt"],
          "records of a copy")
    check({path for path in work.folder.parent.rglob("*.txt")}, before, "files written")


def check_damage(work):
    put = lambda name, data: work.put(f"bad/{name}", data)
    good = [(f"{i}.txt", report("第%d局" % i) + os.urandom(400).hex().encode()) for i in range(1, 6)]
    put("a-torn.zip", zip_of(good)[:1500])
    put("b-torn.tar", tar_of(good, "w")[:3000])
    put("c-locked.zip", encrypted(zip_of(good[:3]), "2.txt"))
    put("d-inside.zip", zip_of([("1.txt", report("甲局")), ("in.zip", zip_of(good)[:200]), ("2.txt", report("乙局"))]))
    put("e-empty.zip", zip_of([("readme.doc", b"x")]))
    put("f-bomb.zip", zip_of([("1.txt", report("丙局")), ("bomb.txt", b"\0" * (80 << 20))]))
    put("g-noise.zip", b"PK\3\4" + os.urandom(3000))
    put("h-deep.zip", zip_of([("a.zip", zip_of([("b.zip", zip_of([("x.txt", report("丁局"))]))]))]))
    put("z.txt", report("戊局"))
    work.run("extract", "bad", "-o", "bad-out", code=1)
    rows = work.states("bad-out", "bad/")
    states = {name: state for name, state, _ in rows}
    check(list(states), sorted(states, key=lambda name: name.split("/")[0]), "the order of inputs")
    wanted = {"a-torn.zip/1.txt": "ok", "b-torn.tar/1.txt": "ok", "c-locked.zip/1.txt": "ok", "c-locked.zip/2.txt": "password",
              "c-locked.zip/3.txt": "ok", "d-inside.zip/1.txt": "ok", "d-inside.zip/2.txt": "ok", "e-empty.zip": "skipped",
              "f-bomb.zip/1.txt": "ok", "z.txt": "ok"}
    check({name: states.get(name) for name in wanted}, wanted, f"documents of damaged archives in {rows}")
    for archive in ("a-torn.zip", "b-torn.tar", "d-inside.zip/in.zip", "f-bomb.zip", "g-noise.zip", "h-deep.zip"):
        bad = [state for name, state in states.items() if name.startswith(archive) and state not in ("ok", "skipped")]
        assert bad, f"{archive} has no row that says what is lost: {rows}"


def check_files(work):
    work.put("odd/a.txt", report("甲局"))
    work.put("outside/secret.txt", report("乙局"))
    os.mkfifo(work.folder / "odd" / "pipe.pdf")
    os.symlink("../outside/secret.txt", work.folder / "odd" / "link.txt")
    os.symlink("nowhere.pdf", work.folder / "odd" / "loose.pdf")
    os.symlink(".", work.folder / "odd" / "loop")
    work.put("odd/empty.pdf", b"")
    work.put("odd/noise.pdf", os.urandom(5000))
    work.put("odd/locked.txt", report("丙局")).chmod(0)
    work.run("extract", "odd", "absent.pdf", "odd/pipe.pdf", "-o", "odd-out", code=1)
    states = {name: state for name, state, _ in work.states("odd-out", "odd/")}
    check((states["a.txt"], states["absent.pdf"], states["pipe.pdf"]), ("ok", "missing", "not_a_file"), f"odd files {states}")
    for name in ("empty.pdf", "noise.pdf"):
        assert states[name] not in ("ok", "partial"), states
    if os.geteuid() != 0:
        check(states["locked.txt"], "unreadable", "a file without permission")


def check_output_inside(work):
    """A run in its own folder does not read what it has written."""
    work.put("own/a.txt", report("甲局"))
    for _ in range(2):
        work.run("extract", "own", "-o", "own/out")
        check(work.states("own/out", "own/"), [("a.txt", "ok", "")], "a run with its output inside")


def check_limits(work, root):
    pdf = (root / "corpus" / "water-city-transfer" / "report.pdf").read_bytes()
    work.put("limits/a.pdf", pdf)
    work.put("limits/b.txt", report("甲局"))
    work.run("extract", "limits", "-o", "limits-out", "--max-pages", "1")
    check([state for _, state, _ in work.states("limits-out")], ["partial", "ok"], "--max-pages")
    work.put("limits/c.zip", zip_of([("a.pdf", pdf), ("大.txt", report("乙局") * 400_000)]))
    work.run("extract", "limits", "-o", "limits-out", "--max-memory", "64", code=None)
    states = {name: state for name, state, _ in work.states("limits-out", "limits/")}
    check(states["b.txt"], "ok", "a small document beside one that lacks memory")


def main():
    ziping, root = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        work = Work(ziping, pathlib.Path(folder) / "work")
        work.folder.mkdir()
        check_archives(work)
        check_damage(work)
        check_files(work)
        check_output_inside(work)
        check_limits(work, root)


main()
