"""Measures ziping; see tools/bench."""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import measure
import sets

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "release"
TOOLS = ROOT / "tools" / "benchmark"
GROWTH_PAGES, GROWTH_DOCUMENTS, LONG_PAGES = (10, 100, 1000), (100, 1000, 10000), 300


def pages_of(pdf):
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, errors="replace")
    return int(re.search(r"^Pages:\s+(\d+)", info.stdout, re.M)[1])


class Bench:
    def __init__(self, build, folder, rounds, pdfs):
        self.build, self.folder, self.rounds, self.pdfs = build, folder, rounds, pdfs
        self.out = folder / "out"
        self.pages = {pdf: pages_of(pdf) for files in pdfs.values() for pdf in files}

    def extract(self, inputs, *options):
        return [self.build / "ziping", "extract", "--quiet", *options, "-o", self.out, *inputs]

    def least(self, variants, rounds=None):
        return measure.least(rounds or self.rounds, variants, self.out)

    def cost(self, folder, rounds=None):
        """What one worker takes for all PDFs of a folder, or for one."""
        return self.least({"": [self.extract([folder], "--jobs", "1")]}, rounds)[""]

    def others(self, files):
        """What each other tool runs over the files, one process a file, where it is installed."""
        text = self.folder / "text"
        out = {"pdftotext": [["pdftotext", pdf, text] for pdf in files]}
        if shutil.which("mutool"):
            out["mutool"] = [["mutool", "draw", "-F", "stext", "-o", text, pdf] for pdf in files]
        if subprocess.run(["/usr/bin/python3", "-c", "import fitz"], capture_output=True).returncode == 0:
            out["fitz"] = [["/usr/bin/python3", TOOLS / "fitz_text.py", *files]]
        return out

    def by_set(self):
        """CPU a page of each tool on each set; ziping does all its work in one run with one worker."""
        out = {}
        for name, files in self.pdfs.items():
            pages = sum(self.pages[pdf] for pdf in files)
            costs = self.least({"ziping": [self.extract(files, "--jobs", "1")], **self.others(files)})
            out[name] = {"documents": len(files), "pages": pages, "ratio": costs["ziping"].cpu / costs["pdftotext"].cpu,
                         "cpu_ms_per_page": {tool: 1000 * cost.cpu / pages for tool, cost in costs.items()},
                         "peak_mb": {tool: cost.peak_mb for tool, cost in costs.items()}}
        return out

    def stages(self):
        """CPU a page of each stage, in one process without a store."""
        return {name: json.loads(subprocess.run([self.build / "ziping_bench_stages", ROOT / "patterns", *files], check=True,
                                                capture_output=True).stdout) for name, files in self.pdfs.items()}

    def text(self):
        texts = sorted((ROOT / "corpus").glob("*/report.txt")) + self.pdfs["narrative"]
        return json.loads(subprocess.run([self.build / "ziping_bench", ROOT / "patterns", *texts], check=True,
                                         capture_output=True).stdout)

    def repeated(self, pages):
        """A PDF of that many pages: those of one report over and over, with its fonts once."""
        pdf, out = self.pdfs["narrative"][4], self.folder / f"{pages}.pdf"
        times, rest = divmod(pages, self.pages[pdf])
        ranges = ["1-z"] * times + ([f"1-{rest}"] if rest else [])
        subprocess.run(["qpdf", "--empty", "--pages", pdf, ",".join(ranges), "--", out], check=True)
        return out

    def growth_with_pages(self):
        out = {}
        for pages in GROWTH_PAGES:
            copies = self.copies(self.repeated(pages), max(1, 400 // pages))
            cost = self.cost(copies)
            count = pages * len(list(copies.iterdir()))
            out[pages] = {"cpu_ms_per_page": 1000 * cost.cpu / count, "peak_mb": cost.peak_mb}
            shutil.rmtree(copies)
        return out

    def copies(self, pdf, count):
        """A folder of that many files with the pages of `pdf` and a different comment at the end of each."""
        folder = self.folder / f"copies-{count}"
        folder.mkdir()
        data = pdf.read_bytes()
        for number in range(count):
            (folder / f"{number:06}.pdf").write_bytes(data + b"%% %d\n" % number)
        return folder

    def growth_with_documents(self, most):
        out = {}
        for count in (c for c in GROWTH_DOCUMENTS if c <= most):
            copies = self.copies(self.pdfs["gbk"][0], count)
            cost = self.cost(copies, 1 if count > 1000 else None)
            out[count] = {"cpu_ms_per_document": 1000 * cost.cpu / count, "peak_mb": cost.peak_mb}
            shutil.rmtree(copies)
        return out

    def memory(self):
        cost = self.cost(self.repeated(LONG_PAGES), 1)
        return {"pages": LONG_PAGES, "peak_mb": cost.peak_mb}

    def workers(self):
        files = [pdf for pdfs in self.pdfs.values() for pdf in pdfs]
        costs = self.least({jobs: [self.extract(files, "--jobs", jobs)] for jobs in ("1", "2")})
        return {"pages": sum(self.pages.values()), "seconds": {jobs: cost.clock for jobs, cost in costs.items()},
                "speedup": costs["1"].clock / costs["2"].clock}


def rows(figures):
    """The figures as (group, name, value) lines, nested names joined."""
    def walk(prefix, value):
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(f"{prefix} {name}".strip(), inner)
        elif isinstance(value, (int, float)):
            yield prefix, value
    return list(walk("", figures))


def table(figures):
    lines, tools = [], sorted({tool for s in figures["sets"].values() for tool in s["cpu_ms_per_page"]},
                              key=lambda tool: (tool != "ziping", tool != "pdftotext", tool))
    lines.append(f"{'CPU ms a page (peak MB)':<26}{'pages':>6}" + "".join(f"{tool:>18}" for tool in tools) + f"{'ratio':>8}")
    for name, s in figures["sets"].items():
        cells = "".join(f"{s['cpu_ms_per_page'][t]:>10.3f} ({s['peak_mb'][t]:>4.0f})" + " " if t in s["cpu_ms_per_page"] else f"{'-':>18}"
                        for t in tools)
        lines.append(f"{name:<26}{s['pages']:>6}{cells}{s['ratio']:>7.3f}x")
    stages = list(next(iter(figures["stages"].values()))["cpu_ms_per_page"])
    lines += ["", f"{'stages, CPU ms a page':<26}" + "".join(f"{stage:>10}" for stage in stages)]
    for name, s in figures["stages"].items():
        lines.append(f"{name:<26}" + "".join(f"{s['cpu_ms_per_page'][stage]:>10.3f}" for stage in stages))
    text = figures["text"]
    lines += ["", f"clean text to records     {text['mb_per_second']:.1f} MB/s ({text['bytes'] / 1e6:.2f} MB, {text['mentions']} figures)"]
    lines += [f"{pages:>6} pages a document   {g['cpu_ms_per_page']:.3f} ms a page, {g['peak_mb']:.0f} MB"
              for pages, g in figures["growth_pages"].items()]
    lines += [f"{count:>6} documents          {g['cpu_ms_per_document']:.3f} ms a document, {g['peak_mb']:.0f} MB"
              for count, g in figures["growth_documents"].items()]
    memory, workers = figures["memory"], figures["workers"]
    lines.append(f"memory                    {memory['peak_mb']:.0f} MB for {memory['pages']} pages")
    lines.append(f"workers                   1: {workers['seconds']['1']:.2f} s, 2: {workers['seconds']['2']:.2f} s,"
                 f" {workers['speedup']:.2f}x ({workers['pages']} pages)")
    return lines


def comparison(old, new):
    known = dict(rows(old))
    return [f"{name:<60}{known[name]:>12.3f}{value:>12.3f}{value / known[name]:>9.3f}x"
            for name, value in rows(new) if known.get(name)]


def build_release():
    subprocess.run([ROOT / "tools" / "install-packages", "build", "bench"], check=True)
    subprocess.run(["cmake", "--preset", "release"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "ziping", "ziping_bench", "ziping_bench_stages"],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=5, help="times that each is measured; the least counts")
    parser.add_argument("--json", type=pathlib.Path, default=ROOT / "build" / "bench.json", help="where the figures go")
    parser.add_argument("--compare", type=pathlib.Path, help="figures of an earlier run to set beside these")
    parser.add_argument("--documents", type=int, default=1000, help="most documents of a run: 10000 takes minutes")
    parser.add_argument("--build", type=pathlib.Path, help="folder with built programs (default: builds them)")
    options = parser.parse_args()
    if not options.build:
        build_release()
    pdfs = sets.make(ROOT / "build" / "bench-pdfs")
    with tempfile.TemporaryDirectory() as name:
        bench = Bench((options.build or BUILD).resolve(), pathlib.Path(name), options.rounds, pdfs)
        figures = {"sets": bench.by_set(), "stages": bench.stages(), "text": bench.text(),
                   "growth_pages": bench.growth_with_pages(), "growth_documents": bench.growth_with_documents(options.documents),
                   "memory": bench.memory(), "workers": bench.workers()}
    print("\n".join(table(figures)))
    if options.compare:
        print("\n".join(["", f"{'beside ' + options.compare.name:<60}{'then':>12}{'now':>12}",
                         *comparison(json.loads(options.compare.read_text()), figures)]))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(figures, indent=2) + "\n")
    print(f"\nfigures: {options.json}", file=sys.stderr)
