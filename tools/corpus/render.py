#!/usr/bin/env python3
"""Renders documents of corpus/ anew from their sources; started by tools/render-corpus."""
import sys
import tomllib
from pathlib import Path

import chromium
import flat_form
import form_pages
import gbk_pdf
import office
import scan
import text_model

PRODUCERS = {"chromium": chromium.render, "office": office.render, "scan": scan.render, "gbk": gbk_pdf.render}
FORM_PRODUCERS = {"chromium": form_pages.browser, "office": form_pages.writer, "scan": form_pages.scanned,
                  "flat": flat_form.render}


def render(folder):
    settings = tomllib.loads((folder / "render.toml").read_text(encoding="utf-8"))
    source, out = next(folder.glob("source.*")), folder / settings["output"]
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".html":
        FORM_PRODUCERS[settings["producer"]](text, settings, out)
    elif settings["producer"] == "text":
        out.write_bytes(text.replace("\n", settings.get("newline", "\n")).encode(settings["encoding"]))
    else:
        PRODUCERS[settings["producer"]](text_model.blocks(text, settings), settings, out)
    print(f"{out.relative_to(folder.parent)}: {out.stat().st_size} bytes")


def main():
    corpus = Path(__file__).resolve().parents[2] / "corpus"
    wanted = [corpus / name for name in sys.argv[1:]] or sorted(path.parent for path in corpus.glob("*/render.toml"))
    for folder in wanted:
        render(folder)


if __name__ == "__main__":
    main()
