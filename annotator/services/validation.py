"""Whether annotations obey their label schema, and whether changes may be made."""

from collections.abc import Sequence, Set

from annotator.errors import InvalidDataError
from annotator.model.annotations import Annotations, apply
from annotator.model.change import Change, Changed, Item, item_of
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel
from annotator.model.soundness import faults
from annotator.services import violations as rules
from annotator.services.violations import Violation, ViolationKind

_WARNED_OF: frozenset[ViolationKind] = frozenset({"nesting"})
"""Broken rules that do not stop a person; the check before a document is done lists them."""

_CHECKED = (Mention, Event, Relation, DocumentLabel)
"""What rules are about."""


class InvalidEdit(InvalidDataError):  # noqa: N818 -- the name of the refusal, as a person sees it
    """What a person asked for is forbidden by the text or the label schema; nothing is written."""


def violations(annotations: Annotations, *, text: str, schema: LabelSchema) -> list[Violation]:
    """Where `annotations` break a rule of the label schema: imported, flagged and listed.

    In reading order, mentions before events, then relations and document labels. What has a type
    the label schema does not have is a fault, not a violation, and passed over.
    """
    mentions = [m for m in annotations.mentions if m.type in schema.entities]
    fillers = {mention.id: mention for mention in annotations.mentions}
    found = list(rules.of_nesting(mentions, text, schema))
    for mention in mentions:
        found += rules.of_mention(mention, text, schema)
    for event in annotations.events:
        if event.type in schema.events:
            found += rules.of_event(event, fillers, text, schema)
    for relation in annotations.relations:
        if relation.type in schema.relations:
            found += rules.of_relation(relation, fillers, schema)
    for label in annotations.document_labels:
        found += rules.of_document_label(label, schema)
    return found


def omissions(annotations: Annotations, *, text: str, schema: LabelSchema) -> list[Violation]:
    """Roles that stand empty though the label schema expects or requires a filler.

    Listed, never refused: an event is marked before its roles are filled.
    """
    return [
        omission
        for event in annotations.events
        if event.type in schema.events
        for omission in rules.of_empty_roles(event, text, schema)
    ]


def check_changes(
    changes: Sequence[Change], annotations: Annotations, *, document: Document, schema: LabelSchema
) -> list[str]:
    """Refuse changes that would bring a fault or violation into `annotations` of `document`.

    What was wrong before and stays so is no reason: it can be repaired step by step. An undo is
    not checked, it brings back what was. Changes of other documents are passed over.

    Returns the warnings: nesting deeper than the label schema has it does not stop a person.

    Raises:
        InvalidEdit: with the first reason.
    """
    here = [change for change in changes if change.document_id == document.id]
    touched = [item for change in here for item in _both_items(change)]
    if not any(isinstance(item, _CHECKED) for item in touched):
        return []
    after = apply(annotations, here)
    scope = _scope(annotations, touched) | _scope(after, touched)
    known = _reasons(_within(annotations, scope), document.text, schema)
    warnings = []
    for key, message in _reasons(_within(after, scope), document.text, schema).items():
        if key in known:
            continue
        if key[0] not in _WARNED_OF:
            raise InvalidEdit(message)
        warnings.append(message)
    return warnings


def _both_items(change: Change) -> tuple[Item, ...]:
    return (change.before, change.after) if isinstance(change, Changed) else (item_of(change),)


def _reasons(
    annotations: Annotations, text: str, schema: LabelSchema
) -> dict[tuple[str, ...], str]:
    """Messages of faults and violations, under what names each of them across an edit."""
    reasons: dict[tuple[str, ...], str] = {
        (fault.kind, *fault.ids): fault.message
        for fault in faults(annotations, text=text, schema=schema)
    }
    for violation in violations(annotations, text=text, schema=schema):
        reasons[violation.key] = violation.message
    return reasons


def _scope(annotations: Annotations, touched: Sequence[Item]) -> set[str]:
    """Identifiers of what a rule could bring together with one of the items `touched`.

    That is whatever overlaps a touched mention or points at a touched item, and its fillers: a
    large document is checked at the price of a small one.
    """
    ids = {item.id for item in touched}
    scope = set(ids)
    for item in touched:
        if isinstance(item, Mention):
            scope |= {mention.id for mention in annotations.placed_mentions.over(item.span)}
    for event in annotations.placed_events.all:
        targets = {argument.target for argument in event.arguments}
        if event.id in ids or not ids.isdisjoint(targets):
            scope |= {event.id, *targets}
    for relation in annotations.relations:
        ends = {relation.id, relation.source, relation.target}
        if not ids.isdisjoint(ends):
            scope |= ends
    return scope


def _within(annotations: Annotations, scope: Set[str]) -> Annotations:
    """The items of `scope`; an event in it may point out of it, so before and after share one."""
    keys = [(kind.__name__, item_id) for kind in _CHECKED for item_id in sorted(scope)]
    return Annotations({key: annotations.items[key] for key in keys if key in annotations.items})
