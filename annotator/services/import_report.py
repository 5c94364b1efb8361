"""What became of a file that was imported, and what its texts hold that a reader may not see."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.arabic.characters import count_bidi_controls, count_controls, count_invisibles
from annotator.model.record import Refusal

_PLAIN = "\t\n\r -~\u00a0\u00ab\u00bb\u0600-\u0604\u0606-\u061b\u061d-\u06dc\u06de-\u06ff"
_SPECIAL = re.compile(f"[^{_PLAIN}\u2010-\u2027\u2030-\u203a]")
"""Anything beyond ASCII, Arabic letters and the usual quotation marks and dashes."""

_REPLACEMENT = "\ufffd"
_MISREAD = re.compile(
    "(?:[\u00d8\u00d9][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2010-\u203a\u20ac\u2122]){3}"
    "|(?:[\u0637\u0638][\u00a0-\u00bf\u2010-\u203a\u20ac\u2122\u0679\u067e\u0686\u0688\u0691\u0698]){3}"
)
"""Arabic in UTF-8 that somebody read as Windows Latin or Windows Arabic: «Ø§Ù„» for «ال»."""
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class TextCounts:
    """Counts over texts; those of documents are of texts that should be looked at."""

    documents: int = 0
    characters: int = 0
    bidi_controls: int = 0
    """Characters that reorder the text around them; shown on screen, never taken out."""
    invisibles: int = 0
    controls: int = 0
    presentation_forms: int = 0
    """Arabic letters stored as drawn, as PDF files give them."""
    misread_documents: int = 0
    """With pieces in another encoding, or characters lost in an earlier conversion."""
    entity_documents: int = 0
    """With HTML entities such as &nbsp; left in the text."""

    def add(self, text: str) -> None:
        """Count one text."""
        self.documents += 1
        self.characters += len(text)
        if "&" in text:
            self.entity_documents += _ENTITY.search(text) is not None
        if _SPECIAL.search(text) is None:
            return
        self.bidi_controls += count_bidi_controls(text)
        self.invisibles += count_invisibles(text)
        self.controls += count_controls(text)
        self.presentation_forms += len(_PRESENTATION_FORM.findall(text))
        self.misread_documents += _REPLACEMENT in text or _MISREAD.search(text) is not None

    def hints(self) -> list[str]:
        """One line for everything a person should know of."""
        told = (
            (self.bidi_controls, "characters that reorder text (bidi controls); shown, kept"),
            (self.invisibles, "invisible characters; kept, shown on request"),
            (self.controls, "control characters; shown as signs, kept"),
            (self.presentation_forms, "presentation forms, as PDF files give them; kept"),
            (self.misread_documents, "documents partly in another encoding; look at them"),
            (self.entity_documents, "documents with HTML entities such as &nbsp;; look at them"),
        )
        return [f"{count:,} {what}" for count, what in told if count]


@dataclass
class FileReport:
    """What became of one file."""

    path: str
    added_documents: list[str] = field(default_factory=list)
    known_documents: list[str] = field(default_factory=list)
    """Their text was in the project already, exactly so."""
    added_layers: list[tuple[str, str]] = field(default_factory=list)
    """Layer and document whose annotations came in."""
    known_layers: list[tuple[str, str]] = field(default_factory=list)
    """Layer and document whose annotations were in the project already, exactly so."""
    other_schema_layers: list[tuple[str, str]] = field(default_factory=list)
    """Those of `added_layers` that were annotated under another state of their label schema."""
    counts: TextCounts = field(default_factory=TextCounts)
    """Of the documents added."""
    refusals: list[Refusal] = field(default_factory=list)
    imported: bool = True
    """False where a refusal kept the whole file out."""


def total_counts(reports: Iterable[FileReport]) -> TextCounts:
    """The counts of all files together."""
    total = TextCounts()
    for report in reports:
        for name in TextCounts.__slots__:
            setattr(total, name, getattr(total, name) + getattr(report.counts, name))
    return total
