"""A scan with a text layer: pages of the office PDF as tilted, noisy grey pictures, read by Tesseract."""
import subprocess
import tempfile
from pathlib import Path

import office
import pdf_dates


def picture(page, number, settings):
    """One page tilted, blurred and speckled; every page by its own angle and seed."""
    tilt = settings.get("tilt", [0.4])[number % len(settings.get("tilt", [0.4]))]
    out = page.with_suffix(".jpg")
    subprocess.run(["convert", "-seed", str(100 + number), str(page), "-background", "#f4f4f4", "-rotate", str(tilt), "+repage",
                    "-blur", "0x0.6", "-attenuate", str(settings.get("noise", 0.25)), "+noise", "Gaussian",
                    "-colorspace", "Gray", "-strip", "-quality", str(settings.get("quality", 45)), str(out)], check=True)
    return out


def scan(clean, settings, out):
    """Turns a PDF into a scan of it."""
    dpi = settings.get("dpi", 150)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(clean), "page"], cwd=folder, check=True)
        pages = [picture(page, i, settings) for i, page in enumerate(sorted(folder.glob("page-*.pgm")))]
        (folder / "pages.txt").write_text("".join(f"{page}\n" for page in pages))
        subprocess.run(["tesseract", "pages.txt", "read", "-l", "chi_sim", "--dpi", str(dpi), "pdf"], cwd=folder, check=True,
                       capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})
        out.write_bytes((folder / "read.pdf").read_bytes())
    pdf_dates.fix(out)


def render(blocks, settings, out):
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.pdf"
        office.render(blocks, settings, clean)
        scan(clean, settings, out)
