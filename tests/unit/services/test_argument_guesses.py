"""Guessing for nobody first: what it takes to guess is loaded before a person asks."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import pytest

from annotator.model.document import Document
from annotator.model.suggestion import Suggestion
from annotator.protocols import Reading
from annotator.services import argument_guesses
from annotator.services.argument_guesses import warm_up
from annotator.services.editing import EditingSession


class Asked:
    """Notes what it is asked to fill."""

    name = "asked"
    stage: ClassVar = "arguments"

    def __init__(self) -> None:
        self.texts: list[tuple[str, int]] = []

    def suggest(self, reading: Reading, _: Sequence[Suggestion]) -> Iterator[Suggestion]:
        self.texts.append((reading.document.text, len(reading.known_events)))
        return iter(())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked()
    monkeypatch.setattr(argument_guesses, "installed_suggesters", lambda: (made,))
    return made


def test_an_event_in_the_beginning_of_the_text_is_guessed_for(
    session: EditingSession, asked: Asked
) -> None:
    warm_up(Document("d", "زار وليد بغداد. " * 1000), session.schema)
    [(text, event_count)] = asked.texts
    assert 0 < len(text) < 1000
    assert event_count == 1


def test_where_there_is_no_text_nothing_is_asked(session: EditingSession, asked: Asked) -> None:
    warm_up(Document("d", ""), session.schema)
    assert asked.texts == []
