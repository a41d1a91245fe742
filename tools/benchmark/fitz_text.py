"""Reads the text of PDFs with PyMuPDF, with places, as one would in a script: fitz_text.py FILE..."""
import sys

import fitz

for name in sys.argv[1:]:
    with fitz.open(name) as document:
        for page in document:
            page.get_text("dict", flags=0)
