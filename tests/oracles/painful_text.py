"""Paragraphs for comparison with other implementations: every bidi class, drawn at random."""

import os

from hypothesis import settings
from hypothesis import strategies as st

from annotator.resources import seeds_folder

EXAMPLE_COUNT = int(os.environ.get("ANNOTATOR_FUZZ", "2000"))
"""How many paragraphs are compared; 100,000 once before a release."""

PARAGRAPH_CHARS = (
    "ابتلأىءچ"
    "אב"
    "abcé漢"
    "12"
    "٣٤"
    "+-$%#,.:/"
    "()[]{}〈〉⟨⟩«»"
    "!?\"'…😀"
    "  \t\u00a0"
    "\u064b\u0651\u0301"
    "\u200b\u200c\u200d\u200e\u200f\u00ad\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

paragraphs = st.text(PARAGRAPH_CHARS, min_size=1, max_size=40)

compare_many = settings(max_examples=EXAMPLE_COUNT, deadline=None, database=None)


def seed_paragraphs() -> list[str]:
    """Every paragraph of the articles that ship with the program."""
    return [
        paragraph
        for path in sorted(seeds_folder().glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n")
        if paragraph
    ]
