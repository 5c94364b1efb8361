"""What is listed before a document is done."""

from annotator.model.span import Span
from annotator.services.desk import Desk
from annotator.services.done_check import remarks, summed_up
from annotator.services.editing import EditingSession
from annotator.services.event_edits import MarkTrigger
from annotator.services.mention_edits import FlagMention, LabelSpan
from tests.unit.services.conftest import TEXT


def at(words: str, *, last: bool = False) -> Span:
    start = TEXT.rindex(words) if last else TEXT.index(words)
    return Span(start, start + len(words))


def test_a_finished_document_has_nothing_to_list(session: EditingSession) -> None:
    session.run(LabelSpan(at("وليد"), "PER"))
    desk = Desk(session)
    desk.go(at("قال").start)
    assert remarks(desk) == []


def test_a_sentence_is_looked_at_by_the_cursor_or_by_what_is_marked_in_it(
    session: EditingSession,
) -> None:
    desk = Desk(session)
    [unseen] = remarks(desk)
    assert unseen.message.startswith("never looked at: «قال وليد")
    assert unseen.offset == at("قال").start
    assert summed_up([unseen, unseen]) == ("2 sentences never looked at",)
    session.run(LabelSpan(at("مهم"), "DOC"))
    assert remarks(desk) == []


def test_equal_strings_with_two_types_are_listed(session: EditingSession) -> None:
    session.run(LabelSpan(at("وليد"), "PER"))
    session.run(LabelSpan(at("وليد", last=True), "TTL"))
    (remark,) = remarks(Desk(session))
    assert "PER before and TTL here" in remark.message
    assert remark.offset == at("وليد", last=True).start


def test_an_expected_role_and_an_uncertain_mention_are_listed(session: EditingSession) -> None:
    session.run(LabelSpan(at("وليد"), "PER"))
    session.run(FlagMention(session.annotations.mentions[0].id, uncertain=True))
    session.run(MarkTrigger(at("قال"), "STATE"))
    messages = [remark.message for remark in remarks(Desk(session))]
    assert any("uncertain" in message for message in messages)
    assert any("has no Agent" in message for message in messages)
