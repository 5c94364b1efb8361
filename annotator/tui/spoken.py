"""Words of the interface as they are printed: translated, cut to a width, in display order."""

from annotator.arabic.visual import visual
from annotator.wording import counted, marked, reading_direction, worded

STATUSES = (
    marked("accepted"),
    marked("corrected"),
    marked("added"),
    marked("propagated"),
    marked("adjudicated"),
    marked("imported"),
)
"""How an annotation came about, as the model has it."""

REASONS = (marked("broken"), marked("duplicate"), marked("not news"), marked("wrong language"))
"""Why a document is set aside, as the model has it."""


def told(message: str, *, width: int | None = None, **values: object) -> str:
    """What to print for `message` in the language spoken; values are in the order of the text."""
    return printed(worded(message, **values), width=width)


def told_count(
    one: str, many: str, count: int, *, width: int | None = None, **values: object
) -> str:
    """What to print for `count` things."""
    return printed(counted(one, many, count, **values), width=width)


def printed(sentence: str, *, width: int | None = None) -> str:
    """What to print for a sentence that is in the language spoken already."""
    return visual(sentence, width=width, base=reading_direction())
