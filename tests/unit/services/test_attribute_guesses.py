"""What a person marks has the likeliest attributes, until a person sets them."""

import pytest

from annotator.model.mention import AttributeValue, Mention
from annotator.model.span import Span
from annotator.services import adjustments, attribute_guesses, decisions
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import SetMentionAttribute
from tests.unit.services.conftest import TEXT

WALID = Span(TEXT.index("وليد"), TEXT.index("وليد") + 4)

MEETING = Span(TEXT.index("الاجتماع"), TEXT.index("الاجتماع") + len("الاجتماع"))


@pytest.fixture
def desk(session: EditingSession, monkeypatch: pytest.MonkeyPatch) -> Desk:
    def guess(_: Desk, item: Mention) -> dict[str, AttributeValue]:
        return {"level": "NOM"} if item.type == "PER" else {"level": "NAM"}

    monkeypatch.setattr(attribute_guesses, "likeliest_attributes", guess)
    return Desk(session, offset=WALID.start)


def attributes(desk: Desk) -> object:
    [mention] = desk.session.annotations.mentions
    return mention.attributes


def test_a_mark_has_the_likeliest_attributes_in_one_action(desk: Desk) -> None:
    desk.run(decisions.labelling(desk, "PER"))
    assert attributes(desk) == {"level": "NOM"}
    desk.session.undo()
    assert list(desk.session.annotations.mentions) == []


def test_with_another_type_or_border_it_has_those_that_are_likeliest_then(desk: Desk) -> None:
    desk.run(decisions.labelling(desk, "PER"))
    desk.run(decisions.labelling(desk, "GPE"))
    assert attributes(desk) == {"level": "NAM"}
    desk.run(adjustments.moving_border(desk, "end", "out"))
    assert attributes(desk) == {"level": "NAM"}


def test_what_a_person_set_stays(desk: Desk) -> None:
    desk.run(decisions.labelling(desk, "PER"))
    [mention] = desk.session.annotations.mentions
    desk.run(SetMentionAttribute(mention.id, "level", None))
    desk.run(decisions.labelling(desk, "GPE"))
    assert attributes(desk) == {}


def test_a_noun_is_told_by_its_words(session: EditingSession) -> None:
    guessed = attribute_guesses.likeliest_attributes(Desk(session), Mention("m", MEETING, "MIL"))
    assert guessed == {"level": "NOM"}


def test_nothing_is_guessed_in_a_document_without_suggestions(
    session: EditingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attribute_guesses, "is_blind", lambda *_: True)
    desk = Desk(session)
    noun = Span(TEXT.index("الاجتماع"), TEXT.index("الاجتماع") + len("الاجتماع"))
    assert attribute_guesses.likeliest_attributes(desk, Mention("m", noun, "MIL")) == {}
