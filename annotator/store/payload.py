"""Items as JSON and back: what a journal entry and a row of state hold."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeAlias, cast

from annotator.errors import InvalidDataError
from annotator.model.change import Item
from annotator.model.entity import Identity
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention, Provenance
from annotator.model.reason import Reason
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Done, Note, SetAside
from annotator.model.span import Span
from annotator.model.suggestion import Decision, SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.store import reasons

Payload: TypeAlias = Mapping[str, Any]  # JSON as it was read: typed by `decode`

_KINDS: Mapping[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Mention, Event, Relation, Note, Identity, DocumentLabel, Done, SetAside, Decision,
        SuggestedMention, SuggestedEvent,
    )
}  # fmt: skip

_READERS: Mapping[str, Callable[[Any], Any]] = {
    "span": lambda pair: Span(*pair),
    "trigger": lambda pair: Span(*pair),
    "provenance": lambda parts: Provenance(**parts),
    "why": reasons.read,
}


def encode(value: object) -> str:
    """`value`, one of the model's frozen dataclasses, as compact JSON with its set fields only."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def encode_all(values: tuple[SuggestedMention | SuggestedEvent, ...]) -> str:
    """Suggestions as one JSON array; each names its kind."""
    plain = [{"kind": type(value).__name__, **_plain(value)} for value in values]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def decode(kind: str, payload: str) -> Item:
    """The item that `encode` made `payload` of.

    Raises:
        InvalidDataError: `kind` is unknown to this program or the payload is not of that kind.
    """
    return cast("Item", _build(kind, _parsed(kind, payload)))


def decode_pair(kind: str, payload: str) -> tuple[Item, Item]:
    """Before and after of a changed item, from the JSON array of both."""
    before, after = _parsed(kind, payload)
    return cast("Item", _build(kind, before)), cast("Item", _build(kind, after))


def decode_all(payload: str) -> tuple[SuggestedMention | SuggestedEvent, ...]:
    """The suggestions that `encode_all` made `payload` of."""
    return tuple(
        _build(parts["kind"], {name: parts[name] for name in parts if name != "kind"})
        for parts in json.loads(payload)
    )


def _parsed(kind: str, payload: str) -> Any:
    try:
        return json.loads(payload)
    except ValueError as error:
        message = f"a stored {kind} is damaged ({error}); see what is with: annotator fsck"
        raise InvalidDataError(message) from error


def _build(kind: str, parts: Payload) -> Any:
    made = _KINDS.get(kind)
    if made is None:
        message = f"the project holds a {kind!r}, which this annotator does not know; update it"
        raise InvalidDataError(message)
    values = {name: _READERS.get(name, _same)(value) for name, value in parts.items()}
    if "arguments" in values:
        values["arguments"] = tuple(_argument(part) for part in values["arguments"])
    try:
        return made(**values)
    except TypeError as error:
        message = f"a stored {kind} is damaged ({error}); see what is with: annotator fsck"
        raise InvalidDataError(message) from error


def _argument(part: Payload) -> Argument | SuggestedArgument:
    if "target" in part:
        return Argument(part["role"], part["target"])
    why = reasons.read(part.get("why", ""))
    return SuggestedArgument(**{**part, "filler": Span(*part["filler"]), "why": why})


def _same(value: Any) -> Any:
    return value


def _plain(value: object) -> dict[str, Any]:
    """Fields that differ from their defaults, so that a payload says only what was set."""
    plain: dict[str, Any] = {}
    for field in fields(cast("Any", value)):
        held = getattr(value, field.name)
        if held == field.default or held in ({}, (), Provenance()):
            continue
        if isinstance(held, Span):
            plain[field.name] = [held.start, held.end]
        elif isinstance(held, tuple):
            plain[field.name] = [_plain(part) for part in held]
        elif isinstance(held, Reason):
            plain[field.name] = reasons.plain(held)
        elif isinstance(held, Provenance):
            plain[field.name] = _plain(held)
        else:
            plain[field.name] = dict(held) if isinstance(held, Mapping) else held
    return plain
