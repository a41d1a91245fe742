"""When a run begins to write its dataset."""


class Watch:
    """Knows the files of OUT before a run, and sees when the run touches those that are written at its end."""

    def __init__(self, out):
        self.out = out
        self.before = self.stamps()

    def stamps(self):
        """All but the store of a run that is going on, its journal and its lock."""
        found = {}
        try:
            for path in self.out.iterdir():
                if path.name.endswith((".csv", ".jsonl", ".part")):
                    status = path.stat()
                    found[path.name] = (status.st_ino, status.st_mtime_ns, status.st_size)
        except OSError:  # not there yet, or renamed meanwhile
            pass
        return found

    def writing(self):
        return bool(self.stamps().items() - self.before.items())
