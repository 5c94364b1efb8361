"""Which action undo and redo take back next: a question to the journal, so it survives restarts."""

from collections.abc import Sequence

from annotator.store.journal import Action

TEXT_REPLACED = "text replaced"
"""Stands for what an action undoes when it moved annotations to another text of their document:
neither it nor anything before it can be taken back, for their offsets are of the old text."""


def undoable(actions: Sequence[Action]) -> str | None:
    """The action that undo takes back next; None when nothing is left."""
    undo, _ = _stacks(actions)
    return undo[-1] if undo else None


def redoable(actions: Sequence[Action]) -> str | None:
    """The undo that redo takes back next; None unless something was undone since the last edit."""
    _, redo = _stacks(actions)
    return redo[-1] if redo else None


def _stacks(actions: Sequence[Action]) -> tuple[list[str], list[str]]:
    """What can be undone and what can be redone, next one last.

    An undo is an action that undoes an edit; a redo is one that undoes an undo.
    """
    undo: list[str] = []
    redo: list[str] = []
    for action in actions:
        if action.undoes is None:
            undo.append(action.id)
            redo.clear()
        elif action.undoes == TEXT_REPLACED:
            undo.clear()
            redo.clear()
        elif undo and undo[-1] == action.undoes:
            undo.pop()
            redo.append(action.id)
        elif redo and redo[-1] == action.undoes:
            redo.pop()
            undo.append(action.id)
    return undo, redo
