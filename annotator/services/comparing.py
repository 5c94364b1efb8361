"""What a document can be compared with, and which words differ: earlier texts, its group."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotator.arabic.normalize import fold_key
from annotator.arabic.tokenize import tokenize
from annotator.model.span import Span
from annotator.services.document_groups import document_groups
from annotator.services.project import Project
from annotator.store import documents
from annotator.wording import marked, worded

_SIGNALS = {
    "copy": marked("near copy"),
    "passage": marked("shares a passage"),
    "story": marked("same story"),
    "person": marked("put together by a person"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """A text to lay beside another."""

    title: str
    text: str
    why: str
    """What it has to do with the other."""


def versions_of(project: Project, document_id: str) -> list[Version]:
    """Earlier texts of the document, the newest first, then the other documents of its group."""
    title = project.document(document_id).title
    found = [
        Version(title, text, worded("text until {date}", date=at[:10]))
        for text, at in documents.replaced_texts(project.connection, document_id)
    ]
    for group in document_groups(project):
        if document_id not in group.documents:
            continue
        for other in group.documents:
            if other != document_id:
                signals = {
                    worded(_SIGNALS[link.signal])
                    for link in group.links
                    if {document_id, other} == {link.first, link.second}
                }
                document = project.document(other)
                why = " · ".join(sorted(signals)) or worded("same group")
                found.append(Version(document.title, document.text, why))
    return found


def differing_words(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """The runs of words of each text that the other does not have there; spelling makes no odds."""
    runs = [_Run(text) for text in (one, other)]
    matcher = SequenceMatcher(None, runs[0].keys, runs[1].keys, autojunk=len(one) > _LONG)
    found: tuple[list[Span], list[Span]] = ([], [])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            for spans, run, first, last in ((found[0], runs[0], a, b), (found[1], runs[1], c, d)):
                if first < last:
                    spans.append(Span(run.spans[first].start, run.spans[last - 1].end))
    return found


_LONG = 40_000
"""Characters; in a longer text frequent words are passed over when equal places are looked for."""


class _Run:
    """The words of a text with what they are compared by."""

    def __init__(self, text: str) -> None:
        self.spans: Sequence[Span] = [token.span for token in tokenize(text)]
        self.keys = [fold_key(span.of(text)) for span in self.spans]
