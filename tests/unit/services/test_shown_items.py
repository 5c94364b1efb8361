"""The items of a document stay those one would find by looking at all of it anew."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.navigation import Items, Level, items_of
from annotator.services.shown_items import ShownItems
from annotator.services.suggestion_edits import AcceptSuggestion
from annotator.store import suggestions

LEVELS: tuple[Level, Level] = ("entities", "events")
TYPES, SCORES = st.sampled_from(["PER", "ORG"]), st.sampled_from([0.5, 0.9])

spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda at: Span(at[0], sum(at)))
mentions = st.builds(SuggestedMention, spans, TYPES, st.just("test"), SCORES)
events = st.builds(SuggestedEvent, spans, st.just("MOVE"), st.just("test"), SCORES)
proposals: st.SearchStrategy[list[Suggestion]] = st.lists(
    st.one_of(mentions, events), unique_by=lambda one: one.id
)


def propose(session: EditingSession, proposed: Sequence[Suggestion]) -> None:
    with session.project.writing() as connection:
        suggestions.put(connection, "ana", "d1", tuple(proposed), suggester="test")
    session.reload_suggestions()


def found_anew(session: EditingSession, level: Level) -> Items:
    return items_of(session.annotations, session.open_suggestions, level)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(before=proposals, after=proposals)
def test_other_suggestions_are_taken_in_as_if_seen_for_the_first_time(
    session: EditingSession, before: list[Suggestion], after: list[Suggestion]
) -> None:
    session.run(LabelSpan(Span(4, 8), "PER"))
    propose(session, before)
    shown = ShownItems(session)
    for level in LEVELS:
        shown.on(level)
    propose(session, after)
    for level in LEVELS:
        assert shown.on(level).all == found_anew(session, level).all
        assert shown.on(level).open == found_anew(session, level).open
    session.undo()  # what the mention stood in the way of is free
    for level in LEVELS:
        assert shown.on(level).all == found_anew(session, level).all


def test_what_is_proposed_as_before_stays_the_same_object(session: EditingSession) -> None:
    kept = SuggestedMention(Span(4, 8), "PER", "test", 0.9)
    propose(session, (kept,))
    before = session.suggestions
    propose(session, (kept,))
    assert session.suggestions is before
    propose(session, (kept, SuggestedMention(Span(9, 14), "GPE", "test", 0.9)))
    assert session.suggestions[kept.id] is before[kept.id]


def test_a_suggestion_that_was_proposed_anew_can_be_decided(session: EditingSession) -> None:
    kept = SuggestedMention(Span(4, 8), "PER", "test", 0.9)
    propose(session, (kept,))
    shown = ShownItems(session)
    assert [item.id for item in shown.on("entities").all] == [kept.id]
    propose(session, (SuggestedMention(Span(4, 8), "PER", "test", 0.5),))
    shown.on("entities")
    session.run(AcceptSuggestion(kept.id))
    assert shown.on("entities").all == found_anew(session, "entities").all
