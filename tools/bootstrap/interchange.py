"""Turns a story into a line of the interchange file, the same bytes every time."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tools.bootstrap.identities import happening_name, identity_names, shared_labels
from tools.bootstrap.rulebook import Rulebook
from tools.bootstrap.story import MentionMark, Story, TriggerMark

JsonValue: TypeAlias = (
    str | int | float | bool | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
)

SCHEMA_VERSION = "1.0"
LAYER = "gold"
LABELS = ("region", "style", "topic")
ADDED: Mapping[str, JsonValue] = {"status": "added"}


def _entity(
    number: int, mark: MentionMark, names: Mapping[str, str], rulebook: Rulebook
) -> JsonValue:
    attributes: dict[str, JsonValue] = {"level": mark.level}
    if mark.type in rulebook.metonym_types:
        attributes["metonym"] = mark.metonym
    return {
        "id": f"T{number + 1}",
        "start": mark.start,
        "end": mark.end,
        "text": mark.text,
        "type": mark.type,
        "kb": None if mark.kb is None else names[mark.kb],
        "attributes": attributes,
        "uncertain": mark.uncertain,
        "provenance": ADDED,
    }


def _event(number: int, mark: TriggerMark, story: Story) -> JsonValue:
    arguments: list[JsonValue] = [
        {
            "role": argument.role,
            "target": f"E{(argument.trigger or 0) + 1}"
            if argument.mention is None
            else f"T{argument.mention + 1}",
        }
        for argument in mark.arguments
    ]
    return {
        "id": f"E{number + 1}",
        "type": mark.type,
        "trigger": {"start": mark.start, "end": mark.end, "text": mark.text},
        "arguments": arguments,
        "attributes": {
            "polarity": mark.polarity,
            "modality": mark.modality,
            "tense": mark.tense,
        },
        "coref": None if mark.coref is None else happening_name(story, mark.coref),
        "uncertain": mark.uncertain,
        "provenance": ADDED,
    }


def _identities(story: Story, names: Mapping[str, str]) -> JsonValue:
    """Each identity with the longest name the story gives it; a noun only for want of a name."""
    labels: dict[str, tuple[bool, int, str]] = {}
    for mark in story.mentions:
        if mark.kb is None or mark.type in {"DATE", "NORP", "TTL"} or mark.metonym:
            continue
        label = (mark.level == "NAM", len(mark.text), mark.text)
        labels[mark.kb] = max(label, labels.get(mark.kb, label))
    shared = shared_labels()
    return {names[kb]: {"label": shared.get(kb, labels[kb][-1])} for kb in sorted(labels)}


def record(story: Story, rulebook: Rulebook) -> Mapping[str, JsonValue]:
    """The story as one object of the interchange file."""
    header = story.header
    names = identity_names(story)
    return {
        "schema_version": SCHEMA_VERSION,
        "doc_id": story.name,
        "text": story.text,
        "sha256": hashlib.sha256(story.text.encode()).hexdigest(),
        "language": "ar",
        "meta": {
            "title": header.get("title"),
            "source": header.get("outlet"),
            "published": header.get("published"),
            "url": None,
        },
        "label_schema": {
            "name": rulebook.name,
            "version": rulebook.version,
            "sha256": rulebook.sha256,
        },
        "layer": LAYER,
        "done": ["entities", "identity", "events"],
        "round": 1,
        "zones": [
            {"start": zone.start, "end": zone.end, "kind": zone.kind} for zone in story.zones
        ],
        "document_labels": {name: header.get(name) for name in LABELS},
        "sentences": [[sentence.start, sentence.end] for sentence in story.sentences],
        "entities": [_entity(i, mark, names, rulebook) for i, mark in enumerate(story.mentions)],
        "events": [_event(i, mark, story) for i, mark in enumerate(story.triggers)],
        "relations": [],
        "notes": [],
        "identities": _identities(story, names),
    }


def json_lines(stories: Sequence[Story], rulebook: Rulebook) -> str:
    """The interchange file of all stories, in the order of their names."""
    ordered = sorted(stories, key=lambda story: story.name)
    lines = (json.dumps(record(story, rulebook), ensure_ascii=False) for story in ordered)
    return "".join(f"{line}\n" for line in lines)
