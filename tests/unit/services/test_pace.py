"""Decisions faster than reading, by the journal's times and the text between them."""

from annotator.model.change import Added, Change, Removed
from annotator.model.remark import Note
from annotator.model.span import Span
from annotator.model.suggestion import Decision
from annotator.services.pace import Pace, decision_pace
from annotator.store.journal import Entry


def entry(
    end: int, second: int, *, action: str = "", document: str = "d", undoes: str | None = None
) -> Entry:
    decision = Decision("mention", Span(end - 1, end), "PER", "accepted", "s", 1.0)
    change: Change = Added(document, decision) if undoes is None else Removed(document, decision)
    name = action or f"{document}/{end}/{second}"
    return Entry("ana", name, document, 1, name, undoes, change, f"2025-01-01T00:00:{second:02}Z")


def test_text_that_can_be_read_in_the_time_is_not_fast() -> None:
    assert decision_pace([entry(10, 0), entry(110, 1), entry(500, 20)]) == Pace(2, 0)


def test_five_lines_in_a_second_are_fast() -> None:
    assert decision_pace([entry(10, 0), entry(410, 1), entry(420, 2)]) == Pace(2, 1)


def test_a_sentence_taken_at_once_is_one_action() -> None:
    together = [entry(20, 5, action="x"), entry(300, 5, action="x")]
    assert decision_pace([entry(10, 0), *together]) == Pace(1, 0)


def test_going_back_is_never_fast_and_documents_stand_alone() -> None:
    assert decision_pace([entry(900, 0), entry(10, 0)]) == Pace(1, 0)
    assert decision_pace([entry(10, 0), entry(900, 0, document="e")]) == Pace(0, 0)


def test_what_is_no_decision_does_not_count() -> None:
    note = Added("d", Note("n", "", "ana", "", "x"))
    other = Entry("ana", "n", "d", 2, "n", None, note, "2025-01-01T00:00:01Z")
    undone = entry(10, 2, undoes="d/10/0")
    assert decision_pace([entry(10, 0), other, undone, entry(900, 59)]) == Pace(1, 0)
