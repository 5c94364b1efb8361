"""The keys a person chose: a TOML file for all projects, one beside a project that goes before it.

"annotate.decide.accept" = "space,alt+a"
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from textual.binding import Binding

from annotator.errors import InvalidDataError
from annotator.settings import settings_file
from annotator.tui.key_catalogue import BoundKey
from annotator.tui.keymap import written

KeyMap = Mapping[str, str]
"""Identifier of an action -> its keys, with commas between."""

_SCREEN = "annotate"


def key_map_files(project: Path | None) -> tuple[Path, ...]:
    """Where key maps may lie, the one that goes before the others last."""
    own = settings_file().with_name("keys.toml")
    return (own,) if project is None else (own, project.with_suffix(".keys.toml"))


def load_key_map(files: Iterable[Path]) -> dict[str, str]:
    """What the files that exist say together.

    Raises:
        InvalidDataError: one of them cannot be read, or is no list of actions and keys.
    """
    found: dict[str, str] = {}
    for path in files:
        try:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            message = f"{path} cannot be read ({error}); mend it or remove it"
            raise InvalidDataError(message) from error
        for action, keys in read.items():
            if not isinstance(keys, str) or not keys.strip():
                message = f'{path}: {action} needs keys in quotation marks, such as "space,alt+a"'
                raise InvalidDataError(message)
            found[action] = keys
    return found


def problems(chosen: KeyMap, known: Sequence[BoundKey]) -> Iterator[str]:
    """What is wrong with a key map, a sentence each: unknown actions, keys that do two things."""
    ids = {bound.id: bound for bound in known}
    for action in chosen:
        if action not in ids:
            near = get_close_matches(action, ids, n=1)
            hint = f"did you mean {near[0]}?" if near else "annotator keys --json lists them all"
            yield f"there is no action {action}; {hint}"
    after = {bound.id: bound.keys for bound in rebound(chosen, known)}
    for action in chosen:
        for key in after.get(action, ()):
            met = [
                other
                for other, keys in after.items()
                if other != action
                and key in keys
                and _meet(action, other)
                and not (key in ids[action].keys and key in ids[other].keys)  # meant so
                and not (other in chosen and other < action)  # told already
            ]
            if met:
                yield (
                    f"{written(key)} is the key of both {action} and {met[0]}; "
                    f"give one of them another"
                )


def rebound(chosen: KeyMap, known: Sequence[BoundKey]) -> list[BoundKey]:
    """The keys as they are once the key map holds."""
    return [
        replace(bound, keys=tuple(_keys(chosen[bound.id]))) if bound.id in chosen else bound
        for bound in known
    ]


def checked_key_map(chosen: KeyMap, known: Sequence[BoundKey]) -> KeyMap:
    """The key map, if nothing is wrong with it.

    Raises:
        InvalidDataError: something is; the first problem is named.
    """
    for problem in problems(chosen, known):
        message = f"key map: {problem}"
        raise InvalidDataError(message)
    return chosen


def _keys(text: str) -> Iterator[str]:
    yield from (binding.key for binding in Binding.make_bindings([Binding(text, "")]))


def _meet(one: str, other: str) -> bool:
    """Whether two actions are live at once: those of one layer, and the screen's with every one.

    Roles of different event types share letters, and never meet.
    """
    layers = {one.split(".", maxsplit=1)[0], other.split(".", maxsplit=1)[0]}
    return (len(layers) == 1 and layers != {"arguments"}) or _SCREEN in layers
