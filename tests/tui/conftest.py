"""A project with three short documents, and the application on it as one annotator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.services.desk import Desk
from annotator.services.integrity import check_integrity
from annotator.services.opening import open_where_left
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.annotate import AnnotateScreen
from annotator.tui.spoken import told
from annotator.tui.widgets.split_line import SplitLine

LAYER = "lina"
NEWS = (
    "زار سامي نجار وكمال حداد مدينة طرطوس يوم الأحد. "
    "وقال حداد إن الوفد بحث وقف القتال مع وزارة الخارجية النرويجية.\n"
    "وأعلن نجار هدنة في أوسلو يوم الثلاثاء."
)
SECOND = "وصل وزير الخارجية إلى أوسلو. وغادر المدينة مساء."
THIRD = "انتهت المحادثات."


def span(words: str, text: str = NEWS, *, nth: int = 0) -> Span:
    """Where `words` stand in `text`, for the nth time."""
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return Span(place, place + len(words))


def suggested(words: str, type_name: str, *, nth: int = 0, score: float = 0.9) -> SuggestedMention:
    """A suggestion of a mention in NEWS."""
    return SuggestedMention(span(words, nth=nth), type_name, "test", score, "because")


MENTIONS: tuple[Suggestion, ...] = (
    suggested("سامي نجار", "PER"),
    suggested("كمال حداد", "PER"),
    suggested("مدينة طرطوس", "GPE"),
    suggested("يوم الأحد", "DATE"),
    suggested("حداد", "ORG", nth=1, score=0.45),
    suggested("أوسلو", "GPE"),
)
EVENTS: tuple[Suggestion, ...] = (
    SuggestedEvent(
        span("زار"),
        "MOVE",
        "test",
        0.8,
        arguments=(
            SuggestedArgument("Agent", span("سامي نجار")),
            SuggestedArgument("Destination", span("مدينة طرطوس")),
        ),
    ),
)


class Clock:
    """A clock that a test moves: a second passes whenever somebody looks, unless it is stopped."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 1.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@dataclass
class Stage:
    """The application under test, and what a test asks of it."""

    app: AnnotatorApp
    pilot: Pilot[None]
    clock: Clock

    async def shown(self) -> None:
        """Wait until the annotate screen stands over the opening one and says what is live."""
        while not (
            isinstance(self.app.screen, AnnotateScreen)
            and self.app.screen.query("#level")
            and self.line("level")
        ):
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has been painted."""
        for key in keys:
            await self._press(key)
            # refused, on a busy machine
            while told("not drawn yet; press again") in self.line("keys"):
                await self._press(key)

    async def _press(self, key: str) -> None:
        while isinstance(self.app.screen, AnnotateScreen) and not (
            self.app.screen.query("#article") and self.screen.article.has_painted
        ):
            await self.pilot.pause()
        await self.pilot.press(key)
        await self.pilot.pause()

    @property
    def screen(self) -> AnnotateScreen:
        """The annotate screen, also beneath a modal."""
        return next(s for s in self.app.screen_stack if isinstance(s, AnnotateScreen))

    @property
    def desk(self) -> Desk:
        """The desk it shows."""
        return self.screen.desk

    @property
    def mentions(self) -> list[tuple[str, str]]:
        """Text and type of every stored mention, read from the project."""
        session = self.desk.session
        stored = session.project.annotations(LAYER, session.document.id)
        return [
            (mention.span.of(session.document.text), mention.type) for mention in stored.mentions
        ]

    @property
    def events(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """Trigger, type and arguments (role and text) of every stored event."""
        session = self.desk.session
        stored = session.project.annotations(LAYER, session.document.id)
        text = session.document.text
        texts = {m.id: m.span.of(text) for m in stored.mentions}
        texts |= {e.id: e.trigger.of(text) for e in stored.events}
        return [
            (e.trigger.of(text), e.type, [(a.role, texts[a.target]) for a in e.arguments])
            for e in stored.events
        ]

    @property
    def active_text(self) -> str | None:
        """The text of what a key would act on."""
        active = self.desk.active
        if active is None:
            return None
        place = active.trigger if hasattr(active, "trigger") else active.span
        return place.of(self.desk.text)

    def line(self, name: str) -> str:
        """What a narrow row says: `top`, `level` or `keys`."""
        return self.screen.query_one(f"#{name}", SplitLine).text

    def go_to(self, words: str, *, nth: int = 0) -> None:
        """Put the cursor on words of the text."""
        self.screen.move_to(span(words, self.desk.text, nth=nth).start)

    def assert_sound(self) -> None:
        """State and journal agree."""
        assert check_integrity(self.desk.session.project) == []


@pytest.fixture(autouse=True)
def _every_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """One terminal for all tests: it draws 24-bit colours."""
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A new project of three documents, the first one with suggestions."""
    path = tmp_path / "project.db"
    make_project(path, MENTIONS + EVENTS)
    return path


def make_project(path: Path, proposed: Sequence[Suggestion]) -> None:
    """Make the project; `proposed` are the suggestions for the first document."""
    texts = {"first": NEWS, "second": SECOND, "third": THIRD}
    with Project.create(path) as project:
        project.open_layer(LAYER)
        with project.writing() as connection:
            documents.add(
                connection, [Document(key, text) for key, text in texts.items()], at=utc_now()
            )
            suggestions.put(connection, LAYER, "first", tuple(proposed), suggester="test")


@pytest.fixture
def clock() -> Clock:
    """Moved by the tests."""
    return Clock()


@pytest.fixture
def open_app(project_path: Path, clock: Clock) -> Callable[[], AnnotatorApp]:
    """Opens the project as the annotator did; call it again to reopen."""

    def make() -> AnnotatorApp:
        opened = open_where_left(project_path, named=LAYER)
        return AnnotatorApp(
            project_path, opened, clock=clock, work_clock=Clock(), with_suggestions=False
        )

    return make
