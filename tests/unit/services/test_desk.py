"""What a key would act on."""

import pytest

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.services import adjustments, decisions
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession
from annotator.services.identity_candidates import candidates, matching
from annotator.services.project import Project
from annotator.services.validation import InvalidEdit
from annotator.store import suggestions
from tests.unit.services.conftest import TEXT


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


PROPOSED: tuple[Suggestion, ...] = (
    SuggestedMention(at("وليد"), "PER", "test", 0.9),
    SuggestedMention(at("يوم السبت"), "DATE", "test", 0.5),
)


@pytest.fixture
def desk(project: Project, session: EditingSession) -> Desk:
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d1", PROPOSED, suggester="test")
    session.reload_suggestions()
    return Desk(session)


def test_the_cursor_makes_active_what_it_is_on(desk: Desk) -> None:
    assert desk.active is None
    desk.go(at("وليد").start + 2)
    assert desk.active == PROPOSED[0]


def test_walking_inside_a_longer_item_a_letter_marks_the_word(desk: Desk) -> None:
    desk.go(at("يوم").start)
    assert decisions.is_relabelling(desk)
    desk.go(at("السبت").start)
    assert not decisions.is_relabelling(desk)
    assert decisions.target_of(desk) == at("السبت")
    desk.choose(PROPOSED[1])
    assert decisions.is_relabelling(desk)


def test_a_selection_takes_whole_words_and_leaves_the_first_proclitics_outside(desk: Desk) -> None:
    desk.go(at("وبيروت").start)
    desk.go(at("يوم").start, is_selecting=True)
    assert desk.selection == at("وبيروت يوم")
    assert decisions.target_of(desk) == at("بيروت يوم")


def test_a_selection_by_letters_is_taken_as_it_is(desk: Desk) -> None:
    desk.go(at("بغداد").start + 1)
    desk.go(at("بغداد").start + 3, is_selecting=True, by_words=False)
    assert desk.selection == Span(at("بغداد").start + 1, at("بغداد").start + 4)


def test_what_is_selected_backwards_is_the_same(desk: Desk) -> None:
    desk.go(at("يوم").start)
    desk.go(at("بغداد").start, is_selecting=True)
    assert desk.selection == at("بغداد وبيروت يوم")


def test_a_letter_on_exactly_what_is_suggested_decides_the_suggestion(desk: Desk) -> None:
    desk.go(at("يوم").start)
    desk.go(at("السبت").start, is_selecting=True)
    desk.run(decisions.labelling(desk, "NUM"))
    assert [decision.verdict for decision in desk.session.annotations.decisions] == ["corrected"]


def test_unsure_suggestions_are_not_taken_with_the_sentence(desk: Desk) -> None:
    edit, left_count = decisions.accepting_sentence(desk)
    desk.run(edit)
    assert [m.span for m in desk.session.annotations.mentions] == [at("وليد")]
    assert left_count == 1


def test_where_nothing_is_there_every_key_says_so(desk: Desk) -> None:
    desk.go(at("إن").start)
    for refused in (
        decisions.accepting,
        decisions.rejecting,
        adjustments.toggling_proclitic,
        adjustments.flagging,
        adjustments.propagating,
        lambda d: adjustments.cycling_attribute(d, "level"),
        lambda d: adjustments.moving_border(d, "end", "out"),
    ):
        with pytest.raises(InvalidEdit):
            refused(desk)


def test_a_suggestion_is_flagged_or_named_only_once_it_is_taken(desk: Desk) -> None:
    desk.go(at("وليد").start)
    for refused in (
        adjustments.flagging,
        lambda d: adjustments.identifying(d, "walid"),
    ):
        with pytest.raises(InvalidEdit, match="only suggested"):
            refused(desk)


def test_a_name_written_alike_is_offered_first(desk: Desk) -> None:
    desk.go(at("وليد").start)
    desk.run(decisions.accepting(desk))
    desk.run(adjustments.identifying(desk, "walid"))
    desk.go(at("بغداد").start)
    desk.run(decisions.labelling(desk, "GPE"))
    desk.run(adjustments.identifying(desk, "baghdad"))
    desk.go(TEXT.rindex("وليد"))
    desk.run(decisions.labelling(desk, "PER"))
    active = desk.active
    assert active is not None
    found = candidates(desk, active)
    assert [candidate.slug for candidate in found] == ["walid", "baghdad"]
    assert [candidate.slug for candidate in matching(found, "بَغداد")] == ["baghdad"]


def test_what_was_passed_over_stays_so_when_the_same_is_chosen_again(desk: Desk) -> None:
    desk.go(0)
    desk.choose(PROPOSED[1])
    assert desk.passed_from == 0
    desk.choose(PROPOSED[1])
    assert desk.passed_from == 0
