"""Brings the catalogues of the interface in step with the code, or with --check says what is not.

`python -m tools.wording` reads every marked string of annotator/, adds what is new to each .po
file, drops what is gone, and compiles the .po into the .mo that the wheel carries.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from annotator.wording import DOMAIN, catalogues

ROOT = Path(__file__).resolve().parents[1]
SINGLE = {"worded", "told", "marked", "because"}
COUNTED = {"counted", "told_count", "because_count"}
_DESCRIPTION = 2
"""Which argument of a Binding says what its key does."""
_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


class Marked(NamedTuple):
    """A string to translate, and where it stands."""

    one: str
    many: str | None
    path: str
    line: int


def marked_strings() -> list[Marked]:
    """Every string of the program that a person reads in the interface."""
    found: list[Marked] = []
    for path in sorted((ROOT / "annotator").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            found += [
                Marked(one, many, name, call.lineno) for one, many in _strings_of(call) if one
            ]
    return found


def unreadable_calls() -> list[str]:
    """Where a string is put together before it is translated, so that no catalogue can have it."""
    wrong = []
    for path in sorted((ROOT / "annotator").rglob("*.py")):
        calls = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        wrong += [
            f"{path.relative_to(ROOT)}:{call.lineno}"
            for call in calls
            if isinstance(call, ast.Call)
            and any(isinstance(argument, ast.JoinedStr) for argument in _sentences(call))
        ]
    return wrong


def _sentences(call: ast.Call) -> Sequence[ast.expr]:
    """The arguments of a call that are translated."""
    name = _name(call)
    if name in SINGLE:
        return call.args[:1]
    if name in COUNTED:
        return call.args[:2]
    if name == "Binding":
        tooltip = [keyword.value for keyword in call.keywords if keyword.arg == "tooltip"]
        return [*call.args[_DESCRIPTION : _DESCRIPTION + 1], *tooltip]
    return []


def _strings_of(call: ast.Call) -> Iterator[tuple[str, str | None]]:
    name, texts = _name(call), [_literal(argument) for argument in call.args]
    if name in SINGLE and texts and texts[0] is not None:
        yield texts[0], None
    elif name in COUNTED and len(texts) > 1 and texts[0] is not None:
        yield texts[0], texts[1]
    elif name == "Binding":
        description = texts[_DESCRIPTION] if len(texts) > _DESCRIPTION else None
        tooltip = next((_literal(k.value) for k in call.keywords if k.arg == "tooltip"), None)
        yield from ((text, None) for text in (description, tooltip) if text)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None  # type: ignore[attr-defined]  # is_text


def template() -> Catalog:
    """A catalogue of all marked strings without translations."""
    catalog = Catalog(project="annotator", creation_date=_UNDATED, charset="utf-8")
    for each in marked_strings():
        key = each.one if each.many is None else (each.one, each.many)
        flags = ["python-brace-format"] if "{" in each.one else []
        catalog.add(key, locations=[(each.path, 0)], flags=flags)
    return catalog


def source(language: str) -> Path:
    """The .po file of a language."""
    return catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as its .po file has it."""
    with source(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in catalogues().glob(f"*/*/{DOMAIN}.po"))


def in_step(language: str) -> tuple[bytes, bytes]:
    """The .po and .mo of a language, with what its .po holds now and all that is marked."""
    catalog = read(language)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.header_comment = f"# The words of the interface: {catalog.locale_identifier}."
    catalog.last_translator = catalog.language_team = "the annotator authors"
    catalog.msgid_bugs_address, catalog.version = "", ""
    catalog.creation_date = catalog.revision_date = _UNDATED
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalog, sort_output=True, no_location=True, width=100)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


def main() -> int:
    """Write the catalogues, or with --check compare them; 1 if one is out of step."""
    status = 0
    for language in languages():
        po, mo = in_step(language)
        for path, wanted in ((source(language), po), (source(language).with_suffix(".mo"), mo)):
            if path.is_file() and path.read_bytes() == wanted:
                continue
            if "--check" in sys.argv[1:]:
                print(f"{path.relative_to(ROOT)} is out of step; run: python -m tools.wording")
                status = 1
            else:
                path.write_bytes(wanted)
        for message in read(language):
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and not all(strings):
                print(f"{source(language).relative_to(ROOT)} lacks: {message.id!r}")
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
