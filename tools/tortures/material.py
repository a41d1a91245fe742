"""Documents for trials: the corpus again and again, each copy with other bytes and the same rows."""
import io
import tarfile
import zipfile


def samples(root):
    """The documents of the corpus, sorted."""
    return sorted(path for path in (root / "corpus").glob("*/report.*") if path.suffix in (".pdf", ".txt"))


def changed(path, number):
    """The bytes of a document with a word behind its end that says its number."""
    return path.read_bytes() + (b"\n%%%% copy %d\n" if path.suffix == ".pdf" else b"\n[%d]\n") % number


def zip_of(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tar_of(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def make(folder, root, count):
    """Writes `count` documents below `folder`: a fifth of them in two archives, every twentieth torn, some twice."""
    sources = samples(root)
    files = []
    for number in range(count):
        source = sources[number % len(sources)]
        data = changed(source, number if number % 17 else 0)
        if number % 20 == 19:
            data = data[: len(data) * 2 // 3]
        files.append((f"{number // 50:02}/{number:05}-{source.parent.name}{source.suffix}", data))
    packed = files[count * 2 // 5 : count * 3 // 5]
    half = len(packed) // 2
    for name, data in files[: count * 2 // 5] + files[count * 3 // 5 :]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "first.zip").write_bytes(zip_of(packed[:half]))
    (folder / "zz-last.tar.gz").write_bytes(tar_of(packed[half:]))
    return folder
