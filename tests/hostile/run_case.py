"""What the tests of whole runs share: a program, a folder to work in, and the rows that come out."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tarfile
import zipfile

SECONDS = 120


def report(office, number=2):
    """A short report with a figure of its own."""
    return (f"{office}项目支出绩效自评报告\n\n一、资金使用情况\n2023年，{office}安排预算{number}.5万元，"
            f"实际支出{number}万元，预算执行率{number}0%。\n").encode()


class Work:
    def __init__(self, ziping, folder):
        self.ziping, self.folder = pathlib.Path(ziping).resolve(), pathlib.Path(folder)

    def put(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def start(self, *arguments, **options):
        return subprocess.Popen([self.ziping, *map(str, arguments)], cwd=self.folder, text=True, encoding="utf-8",
                                errors="replace", stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def run(self, *arguments, code=0):
        """Standard error of a run that ends by `code`, or by any where that is None."""
        process = self.start(*arguments)
        _, said = process.communicate(timeout=SECONDS)
        assert code in (process.returncode, None), f"{arguments}: exit code {process.returncode}, not {code}:\n{said}"
        return said

    def extract(self, *arguments, code=0):
        """The events of such a run of `ziping extract`."""
        said = self.run("extract", "--log-json", *arguments, code=code)
        return [json.loads(line) for line in said.splitlines() if line.startswith("{")]

    def rows(self, out, table="documents"):
        with open(self.folder / out / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def states(self, out, below=""):
        """Of each document, in order: its path below a folder, status or error code, and what it is a copy of."""
        def short(path):
            return path.removeprefix(below)

        return [(short(row["document"]), row["error_code"] or row["status"], short(row["same_as"])) for row in self.rows(out)]

    def bytes_of(self, out):
        return {path.name: path.read_bytes() for path in sorted((self.folder / out).iterdir()) if not path.name.startswith(".")}


def check(found, wanted, what):
    assert found == wanted, f"{what}:\n  found  {found}\n  wanted {wanted}"


def zip_of(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def gbk_zip_of(entries):
    """As programs of Chinese Windows make it: names in GBK, no flag that says so."""
    plain = zip_of([("?" * len(name.encode("gbk")), data) for name, data in entries])
    for name, _ in entries:
        raw = name.encode("gbk")
        plain = plain.replace(b"?" * len(raw), raw)
    return plain


def tar_of(entries, mode="w:gz"):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def encrypted(archive, name):
    """The zip with the bit set that says that an entry is encrypted."""
    data, raw = bytearray(archive), name.encode()
    for signature, flags, at in ((b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            if data[start + at:start + at + len(raw)] == raw:
                data[start + flags] |= 1
            start += 4
    return bytes(data)
