"""The names of a label schema: usable in every export, without a homonym, declared where used."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from annotator.model.label_schema import ANY_EVENT, LabelSchema
from annotator.model.schema_problems import DataPath, Finding

_NAME = re.compile(r"[^\W\d_][\w.:]*")
_NAME_WITH_HYPHENS = re.compile(r"[^\W\d_][\w.:-]*")
_WHY = "white space, - and other signs break CoNLL, Wojood and brat files"


def name_findings(schema: LabelSchema) -> Iterator[Finding]:
    """Names that some export could not write, and names that mean two things."""
    for section, names in (
        ("groups", schema.groups),
        ("entities", schema.entities),
        ("entity_attributes", schema.entity_attributes),
        ("roles", schema.roles),
        ("events", schema.events),
        ("event_attributes", schema.event_attributes),
        ("document_labels", schema.document_labels),
    ):
        for name in names:
            if not _NAME.fullmatch(name):
                message = f'the name "{name}" is refused; {_WHY}: use letters, digits, _ . :'
                yield (section, name), message
    # Relations never become BIO labels, and those of ACE are named PER-SOC.
    for name in schema.relations:
        if not _NAME_WITH_HYPHENS.fullmatch(name):
            message = f'the name "{name}" is refused; use letters, digits, _ . : -'
            yield ("relations", name), message
    yield from _homonyms(schema)


def _homonyms(schema: LabelSchema) -> Iterator[Finding]:
    for name in schema.groups:
        if name in schema.entities or name == ANY_EVENT:
            yield ("groups", name), f'the group "{name}" has the name of a type; rename the group'
    for name in schema.events:
        if name in schema.entities:
            message = f'"{name}" is an entity type and an event type; rename one of them'
            yield ("events", name), message
    if ANY_EVENT in schema.entities:
        message = f'"{ANY_EVENT}" stands for every event in a role\'s types; rename the entity type'
        yield ("entities", ANY_EVENT), message


def listed_names(
    path: DataPath, names: Sequence[str], *, known: Collection[str], what: str
) -> Iterator[Finding]:
    """Names in a list that are not known, or stand there twice; `what` says what they should be."""
    for position, name in enumerate(names):
        if name not in known:
            yield (*path, position), unknown_name(name, known=known, what=what)
        elif name in names[:position]:
            yield (*path, position), f'"{name}" is listed twice; take one out'


def mapped_names(
    path: DataPath, names: Mapping[str, object], *, known: Collection[str], what: str
) -> Iterator[Finding]:
    """Names before a colon that are not known."""
    for name in names:
        if name not in known:
            yield (*path, name), unknown_name(name, known=known, what=what)


def unknown_name(name: str, *, known: Collection[str], what: str) -> str:
    """The message for a name nobody declared; it offers the nearest one, else all."""
    if near := get_close_matches(name, known, n=1):
        return f'unknown {what} "{name}"; did you mean {near[0]}?'
    if known:
        return f'unknown {what} "{name}"; known: {", ".join(known)}'
    return f'unknown {what} "{name}"; the label schema declares none'
