"""Whatever keys ask for at a desk, in any order: the journal agrees, undo takes it all back.

What follows every edit by itself is what a fresh look would find.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.services import adjustments, decisions
from annotator.services.argument_edits import FillRole, TakeArguments, TakeTrigger
from annotator.services.argument_form import ArgumentForm, eligible, slots
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession
from annotator.services.integrity import check_integrity
from annotator.services.navigation import items_of
from annotator.services.project import Project
from annotator.store import documents, suggestions
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.scene_making import SceneMaker

TEXT = "زارَ ولـيد بغداد ولأوكرانيا. قال ولـيد إن وفد بغداد عاد!"
WALID, BAGHDAD = Span(5, 10), Span(11, 16)
GUESSES = (SuggestedArgument("Agent", WALID), SuggestedArgument("Destination", BAGHDAD))
PROPOSED: tuple[Suggestion, ...] = (
    SuggestedMention(WALID, "PER", "test", 0.9),
    SuggestedMention(BAGHDAD, "GPE", "test", 0.6),
    SuggestedMention(Span(5, 16), "ORG", "test", 0.9),
    SuggestedEvent(Span(0, 4), "MOVE", "test", 0.9, arguments=GUESSES),
)


def take_trigger(desk: Desk) -> None:
    active = desk.active
    if isinstance(active, SuggestedEvent):
        desk.run(TakeTrigger(active.id))


def with_form(act: Callable[[Desk, ArgumentForm], object]) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        for event in desk.session.annotations.events[:1]:
            form = ArgumentForm(event.id, GUESSES)
            assert len(slots(form, desk)) == len(desk.session.schema.event_roles(event.type))
            act(desk, form)

    return run


def point(desk: Desk, form: ArgumentForm) -> None:
    fillers = eligible(form, "Place", desk)
    if fillers:
        desk.run(FillRole(form.event_id, "Place", (fillers[0].id,)))


KEYS: Mapping[str, Callable[[Desk], object]] = {
    "tab": lambda desk: desk.choose_open(),
    "shift+tab": lambda desk: desk.choose_open(is_back=True),
    "enter": lambda desk: desk.choose_next_around(),
    "`": lambda desk: setattr(desk, "level", "events" if desk.level == "entities" else "entities"),
    "left": lambda desk: desk.go(desk.cursor + 4),
    "right": lambda desk: desk.go(desk.cursor - 5),
    "shift+left": lambda desk: desk.go(desk.cursor + 6, is_selecting=True),
    "space": lambda desk: desk.run(decisions.accepting(desk)),
    ".": lambda desk: desk.run(decisions.accepting_sentence(desk)[0]),
    "backspace": lambda desk: desk.run(decisions.rejecting(desk)),
    "p": lambda desk: desk.run(decisions.labelling(desk, "PER")),
    "G": lambda desk: desk.run(decisions.labelling_phrase(desk, "GPE")),
    "m": lambda desk: desk.run(decisions.triggering(desk, "MEET")),
    "v": lambda desk: desk.run(decisions.triggering(desk, "MOVE")),
    ",": lambda desk: desk.run(adjustments.toggling_proclitic(desk)),
    "[": lambda desk: desk.run(adjustments.moving_border(desk, "start", "out")),
    "]": lambda desk: desk.run(adjustments.moving_border(desk, "start", "in")),
    "{": lambda desk: desk.run(adjustments.moving_border(desk, "end", "out")),
    "}": lambda desk: desk.run(adjustments.moving_border(desk, "end", "in")),
    "<": lambda desk: desk.run(adjustments.moving_border_by_letter(desk, "end", is_forward=True)),
    ">": lambda desk: desk.run(
        adjustments.moving_border_by_letter(desk, "start", is_forward=False)
    ),
    "'": lambda desk: desk.run(adjustments.cycling_attribute(desk, "level")),
    "-": lambda desk: desk.run(adjustments.cycling_attribute(desk, "polarity")),
    "!": lambda desk: desk.run(adjustments.flagging(desk)),
    ";": lambda desk: desk.run(adjustments.identifying(desk, "walid")),
    "=": lambda desk: desk.run(adjustments.propagating(desk)),
    '"': lambda desk: desk.run(adjustments.noting(desk, "note")),
    "form": take_trigger,
    "take": with_form(lambda desk, form: desk.run(TakeArguments(form.event_id, form.guesses))),
    "point": with_form(point),
    "z": lambda desk: desk.session.undo(),
    "Z": lambda desk: desk.session.redo(),
}


def assert_followed(desk: Desk) -> None:
    """What is kept in step with every edit is as if made anew."""
    session = desk.session
    anew = Annotations(session.annotations.items)
    assert session.annotations.mentions == anew.mentions
    assert session.annotations.events == anew.events
    assert session.annotations.decisions == anew.decisions
    for level in desk.levels:
        items = items_of(anew, session.open_suggestions, level)
        assert list(desk.items(level).all) == list(items.all)
        assert list(desk.items(level).open) == list(items.open)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(KEYS)), min_size=5, max_size=40))
def test_any_keys_are_journalled_and_can_be_taken_back(keys: list[str]) -> None:
    with TemporaryDirectory() as directory, Project.create(Path(directory) / "p.db") as project:
        project.open_layer("ana")
        with project.writing() as connection:
            documents.add(connection, [Document("d1", TEXT)], at="2025-01-01T00:00:00Z")
            suggestions.put(connection, "ana", "d1", PROPOSED, suggester="test")
        desk = Desk(EditingSession(project, "ana", "d1"))
        looks = Looks(desk.session.schema)
        followed = SceneMaker(Palette(), looks)
        for key in keys:
            with suppress(AnnotatorError):
                KEYS[key](desk)
            assert_followed(desk)
            scene, anew = followed.scene(desk), SceneMaker(Palette(), looks).scene(desk)
            assert list(scene.marks.all) == list(anew.marks.all)
            assert scene.signs == anew.signs
        assert check_integrity(project) == []
        while True:
            try:
                desk.session.undo()
            except AnnotatorError:
                break
        assert desk.session.annotations.items == {}
        assert check_integrity(project) == []
