"""Keys: the bindings that come from a label schema, and how keys are written."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.binding import Binding

from annotator.tui.keyboards import LAYOUTS
from annotator.wording import marked, named, worded

if TYPE_CHECKING:
    # label schemas bring pydantic: the text is on the screen before that is loaded
    from annotator.model.label_types import Attribute, Named

_WRITTEN = {
    "space": "Space",
    "backspace": "⌫",
    "delete": "Del",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "enter": "Enter",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "apostrophe": "'",
    "quotation_mark": '"',
    "exclamation_mark": "!",
    "asterisk": "*",
    "grave_accent": "`",
    "backslash": "\\",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "equals_sign": "=",
    "minus": "-",
    "hyphen": "-",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "colon": ":",
    "number_sign": "#",
    "percent_sign": "%",
    "at": "@",
    "dollar_sign": "$",
    "ampersand": "&",
    "underscore": "_",
    "vertical_line": "|",
    "tilde": "~",
    "circumflex_accent": "^",
}


def key_named(character: str) -> str:
    """The name of the key that types `character`, as bindings have it."""
    return next(iter(Binding.make_bindings([Binding(_unlisted(character), "")]))).key


def _unlisted(character: str) -> str:
    return "comma" if character == "," else character


def written(key: str) -> str:
    """A key as a person reads it: `ctrl+f` is Ctrl+F, `full_stop` is a full stop."""
    if key in _WRITTEN:
        return _WRITTEN[key]
    *modifiers, last = key.split("+")
    if not modifiers:
        return last.upper() if len(last) > 1 else last
    signs = "".join(
        {"ctrl": "Ctrl+", "shift": "⇧", "alt": "Alt+"}.get(m, f"{m}+") for m in modifiers
    )
    return signs + (_WRITTEN.get(last) or last.upper())


def as_typed(key: str, layout: str) -> str:
    """A key as a person reads it; under another layout, first what it types there."""
    read = written(key)
    for typed, meant in LAYOUTS[layout].items():
        if key_named(meant) == key and not unicodedata.combining(typed):
            return f"{typed} ({read})"
    return read


def type_bindings(parts: "Mapping[str, Named]", *, action: str, layer: str) -> Iterator[Binding]:
    """A binding for each type of a label schema; types with two letters share one for the first."""
    prefixes: set[str] = set()
    for name, part in parts.items():
        if len(part.key) == 1:
            yield Binding(
                part.key,
                f"{action}('{name}')",
                " ".join((name, named(part.ar, part.en))),
                show=False,
                id=f"{layer}.{action}.{name}",
            )
        elif part.key[0] not in prefixes:
            prefixes.add(part.key[0])
            yield Binding(
                part.key[0],
                f"type_ahead('{part.key[0]}')",
                marked("first of two letters"),
                show=False,
                id=f"{layer}.first.{part.key[0]}",
            )


def capital_bindings(
    parts: "Mapping[str, Named]", *, action: str, what: str, prefix: str
) -> list[Binding]:
    """The capital of each type's letter; `what` says what it does to a {type}.

    Types with two letters have none, and Q and Z mean the same everywhere.
    """
    return [
        Binding(
            part.key.upper(),
            f"{action}('{name}')",
            worded(what, type=named(part.ar, part.en)),
            show=False,
            id=f"{prefix}.{name}",
        )
        for name, part in parts.items()
        if len(part.key) == 1 and part.key.upper() != part.key and part.key.upper() not in "QZ"
    ]


def attribute_bindings(attributes: "Mapping[str, Attribute]", *, layer: str) -> Iterator[Binding]:
    """A binding for each attribute, which sets it to its next value."""
    for name, attribute in attributes.items():
        yield Binding(
            attribute.key,
            f"cycle('{name}')",
            named(attribute.ar, name),
            show=True,
            id=f"{layer}.attribute.{name}",
        )
