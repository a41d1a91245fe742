"""Many small documents: the peak memory of the parent alone, and documents a second."""
import pathlib
import re
import tempfile
import time

import material
import runs

TEXT = """{place}项目支出绩效自评报告

一、项目概况
{year}年{place}安排预算{budget}万元，实际支出{spent}万元，预算执行率{rate}%。
二、绩效目标完成情况
完成维修{count}处，培训{people}人次，群众满意度达到{content}%。
三、自评结论
自评得分{score}分。
"""


def add_arguments(parser):
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=150, help="MB that the parent may take")


def text_of(number):
    budget = 100 + number % 9000
    return TEXT.format(place=f"第{number}号水站", year=2015 + number % 9, budget=budget, spent=budget - number % 50, rate=80 + number % 20,
                       count=1 + number % 300, people=10 + number % 5000, content=70 + number % 30, score=60 + number % 40)


def make(folder, root, count):
    """Text files and, every tenth, a small PDF; in folders of a hundred."""
    small = min((path for path in material.samples(root) if path.suffix == ".pdf"), key=lambda path: path.stat().st_size)
    for number in range(count):
        part = folder / f"{number // 100:04}"
        part.mkdir(parents=True, exist_ok=True)
        if number % 10 == 9:
            (part / f"{number:06}.pdf").write_bytes(material.changed(small, number))
        else:
            (part / f"{number:06}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


def peak_kb(pid):
    """The largest resident memory that a process has had; 0 where it is gone."""
    try:
        found = re.search(r"VmHWM:\s*(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) if found else 0
    except OSError:
        return 0


def torture(options):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        inputs = make(folder / "in", options.root, options.documents)
        run, peak = runs.Run(runs.extract(options, [inputs], folder / "out", "--jobs", options.jobs)), 0
        while run.running():
            peak = max(peak, peak_kb(run.process.pid))
            time.sleep(0.01)
        code, seconds = run.wait(), run.seconds()
    print(f"{options.documents} documents: exit code {code}, {seconds:.1f} s, {options.documents / seconds:.0f} documents a second, "
          f"the parent took {peak >> 10} MB at its peak")
    return 0 if code == 0 and peak >> 10 <= options.limit else 1
