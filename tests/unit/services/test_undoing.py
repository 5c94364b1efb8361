"""Which action is taken back next, from nothing but the order of the journal."""

from annotator.services.undoing import redoable, undoable
from annotator.store.journal import Action


def test_nothing_was_done_so_nothing_can_be_undone() -> None:
    assert undoable([]) is None
    assert redoable([]) is None


def test_the_last_edit_is_undone_first() -> None:
    assert undoable([Action("a", None), Action("b", None)]) == "b"


def test_undoing_twice_goes_two_edits_back() -> None:
    assert undoable([Action("a", None), Action("b", None), Action("u", "b")]) == "a"


def test_redo_brings_back_what_was_undone_last() -> None:
    actions = [Action("a", None), Action("b", None), Action("u", "b"), Action("v", "a")]
    assert redoable(actions) == "v"
    assert redoable([*actions, Action("r", "v")]) == "u"
    assert undoable([*actions, Action("r", "v")]) == "r"


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    assert redoable([Action("a", None), Action("u", "a"), Action("b", None)]) is None
