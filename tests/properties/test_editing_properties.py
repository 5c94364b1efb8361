"""Every edit there is, in any order: undo all and nothing remains, redo all and all is back."""

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import services
from annotator.errors import AnnotatorError
from annotator.model.document import Document
from annotator.model.remark import LEVELS, SET_ASIDE_REASONS
from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.services.desk import Desk
from annotator.services.editing import Edit, EditingSession
from annotator.services.integrity import check_integrity
from annotator.services.lessons import StagedMention
from annotator.services.mention_edits import LabelSpan, SetMentionAttribute
from annotator.services.project import Project
from annotator.services.relation_edits import Link
from annotator.services.suggestion_edits import AcceptSuggestion
from annotator.store import documents, suggestions

TEXT = "زارَ ولـيد بغداد ولأوكرانيا يوم ٢٤ مايو. قال 😀 Ana إن الوفد عاد!"
SPANS = [Span(start, end) for start in range(0, 40, 3) for end in range(start + 1, 44, 4)]
PROPOSED: tuple[Suggestion, ...] = (
    SuggestedMention(Span(5, 10), "PER", "names", kb="walid"),
    SuggestedMention(Span(11, 16), "GPE", "gazetteer"),
    SuggestedEvent(
        Span(0, 4),
        "MOVE",
        "triggers",
        arguments=(
            SuggestedArgument("Agent", Span(5, 10)),
            SuggestedArgument("Destination", Span(11, 16)),
        ),
    ),
)

Draw = Callable[[EditingSession], st.SearchStrategy[object]]


def mention_ids(session: EditingSession) -> st.SearchStrategy[object]:
    return st.sampled_from([*(m.id for m in session.annotations.mentions), "gone"])


def event_ids(session: EditingSession) -> st.SearchStrategy[object]:
    return st.sampled_from([*(e.id for e in session.annotations.events), "gone"])


def either_ids(session: EditingSession) -> st.SearchStrategy[object]:
    return mention_ids(session) | event_ids(session)


def filler_ids(session: EditingSession) -> st.SearchStrategy[object]:
    return st.lists(either_ids(session), max_size=2, unique=True).map(tuple)


def note_ids(session: EditingSession) -> st.SearchStrategy[object]:
    return st.sampled_from([*(note.id for note in session.annotations.notes), "gone"])


def constant(strategy: st.SearchStrategy[object]) -> Draw:
    return lambda _: strategy


FIELDS: Mapping[str, Draw] = {
    "span": constant(st.sampled_from(SPANS)),
    "type": constant(st.sampled_from(["PER", "GPE", "WPN", "MOVE", "MEET", "NOSUCH"])),
    "mention_id": mention_ids,
    "event_id": event_ids,
    "target_id": either_ids,
    "filler_id": either_ids,
    "filler_ids": filler_ids,
    "edit_of": constant(st.just(lambda key: SetMentionAttribute(key, "level", "NOM"))),
    "guesses": constant(
        st.lists(
            st.builds(
                SuggestedArgument, st.sampled_from(["Agent", "Theme"]), st.sampled_from(SPANS)
            ),
            max_size=3,
        ).map(tuple)
    ),
    "spans": constant(st.lists(st.sampled_from(SPANS), max_size=3).map(tuple)),
    "clear": constant(st.lists(st.sampled_from(SPANS), max_size=2).map(tuple)),
    "mentions": constant(
        st.lists(
            st.builds(
                StagedMention,
                st.sampled_from(SPANS),
                st.sampled_from(["PER", "GPE"]),
                st.sampled_from(["", "walid"]),
            ),
            max_size=2,
        ).map(tuple)
    ),
    "on": either_ids,
    "note_id": note_ids,
    "role": constant(st.sampled_from(["Agent", "Destination", "Origin", "Theme", "Time"])),
    "attribute": constant(st.sampled_from(["level", "metonym", "polarity", "modality"])),
    "value": constant(st.sampled_from(["NOM", "neg", "future", True, None])),
    "slug": constant(st.sampled_from(["walid", "baghdad", None])),
    "coref": constant(st.sampled_from(["visit", None])),
    "uncertain": constant(st.booleans()),
    "label": constant(st.sampled_from(["", "topic"])),
    "wikidata": constant(st.just(None)),
    "text": constant(st.sampled_from(["", "انظر [red]"])),
    "suggestion_id": constant(st.sampled_from([*(s.id for s in PROPOSED), "gone"])),
    "suggestion_ids": constant(st.lists(st.sampled_from([s.id for s in PROPOSED])).map(tuple)),
    "levels": constant(st.lists(st.sampled_from(LEVELS)).map(tuple)),
    "round": constant(st.integers(1, 2)),
    "other_id": either_ids,
    "link": lambda session: st.builds(
        Link, st.sampled_from(["NOSUCH"]), mention_ids(session), mention_ids(session)
    ),
    "number": constant(st.sampled_from(["Q796", "796", ""])),
    "attributes": constant(
        st.sampled_from([{}, {"modality": "future", "tense": "future"}, {"nosuch": True}])
    ),
    "edits": constant(
        st.lists(
            st.builds(LabelSpan, st.sampled_from(SPANS), st.just("PER"))
            | st.builds(AcceptSuggestion, st.sampled_from([s.id for s in PROPOSED])),
            max_size=3,
        ).map(tuple)
    ),
    "edit": constant(st.builds(LabelSpan, st.sampled_from(SPANS), st.just("PER"))),
    "desk": lambda session: st.just(Desk(session)),
    "keeps_done": constant(st.booleans()),
    "warnings": constant(st.sampled_from([(), ("2 mentions are flagged uncertain",)])),
    "reason": constant(st.sampled_from(SET_ASIDE_REASONS)),
}
"""How to draw a field of an edit, by its name: a new edit with a new field fails here first."""

MODULES = [
    import_module(found.name) for found in iter_modules(services.__path__, "annotator.services.")
]
EDITS: list[type[Edit]] = [
    found
    for module in MODULES
    for _, found in inspect.getmembers(module, inspect.isclass)
    if found.__module__ == module.__name__ and hasattr(found, "plan") and found is not Edit
]


def draw_edit(data: st.DataObject, session: EditingSession) -> Edit:
    kind = data.draw(st.sampled_from(EDITS))
    values = {
        each.name: data.draw(FIELDS[each.name](session), label=each.name)
        for each in fields(kind)  # type: ignore[arg-type]  # every edit is a dataclass
    }
    return kind(**values)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_undo_all_leaves_nothing_and_redo_all_brings_all_back(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "p.db") as project:
        with project.writing() as connection:
            documents.add(connection, [Document("d", TEXT)], at="")
            suggestions.put(connection, "ana", "d", PROPOSED, suggester="stack")
        project.open_layer("ana")
        session = EditingSession(project, "ana", "d")
        action_count = 0
        for _ in range(data.draw(st.integers(1, 25))):
            with suppress(AnnotatorError):  # refused: then it must have done nothing
                action_count += bool(session.run(draw_edit(data, session)).changes)
        everything, registry = session.annotations.items, session.identities
        assert check_integrity(project) == []
        for _ in range(action_count):
            session.undo()
        assert (session.annotations.items, session.identities) == ({}, {})
        assert check_integrity(project) == []
        for _ in range(action_count):
            session.redo()
        assert (session.annotations.items, session.identities) == (everything, registry)
        assert check_integrity(project) == []
        assert project.annotations("ana", "d").items == everything


def test_every_kind_of_edit_is_tried() -> None:
    assert len(EDITS) >= 24
    assert all(each.name in FIELDS for kind in EDITS for each in fields(kind))  # type: ignore[arg-type]  # as above
