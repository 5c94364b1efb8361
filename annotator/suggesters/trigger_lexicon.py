"""The words that name events, with the event type each stands for and what must stand beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal, TypeAlias

from annotator.arabic.normalize import fold_key
from annotator.suggesters.inflection import (
    noun_forms,
    participle_forms,
    past_forms,
    present_forms,
    present_of,
)
from annotator.suggesters.lexicon import keys, sections

WordClass: TypeAlias = Literal["past", "present", "noun", "participle"]

_ENTRY = re.compile(
    r"(?P<only>~?)(?P<word>[^\[\]?/]+)(?:/(?P<present>[^\[\]?]+))?(?P<often_other>\??)"
    r"(?P<conditions>(?:\[[^\]]*\])*)"
)
_CONDITION = re.compile(r"\[(?P<sign>[-+^<])(?P<words>[^\]]*)\]")
_TELLING_LENGTH = 4
_BARE_PARTICIPLES = frozenset({"SUPPORT", "JOIN", "CUSTODY", "DAMAGE", "MOVE", "ATTACK", "CAPTURE"})
"""Event types whose participles name the event without an ending too: مدعوم, but not مشدد."""
LOOKED_AHEAD = 3
"""How many following words a condition looks at."""

Conditions: TypeAlias = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One reading of a word form as a trigger."""

    type: str
    """The event type's name in the label schema siyasa."""
    word_class: WordClass
    lemma: str
    doubtful: bool
    """As often something else."""
    conditions: Conditions
    """Signs and words: + one must follow, - none may; < one must stand before, ^ none right so."""
    proven: bool
    """Where a word of its conditions must stand beside it."""


@lru_cache
def trigger_entries() -> Mapping[str, tuple[TriggerEntry, ...]]:
    """Folded word form, without article -> its readings, those with conditions first."""
    found: dict[str, tuple[TriggerEntry, ...]] = {}
    ambiguous: set[str] = set()
    for event_type, entries in sections("triggers").items():
        for kind, entry in _listed(entries):
            for reading, forms in _readings(event_type, kind, entry):
                read: dict[str, tuple[TriggerEntry, ...]] = dict.fromkeys(forms, (reading,))
                for form in found.keys() & read.keys():
                    ambiguous.add(form)
                    read[form] = (*found[form], reading)
                found |= read
    for form in ambiguous:
        found[form] = tuple(sorted(found[form], key=partial(_rank, form)))
    for form in keys("grammar", "no-trigger"):
        found.pop(form, None)
    return found


def _rank(form: str, reading: TriggerEntry) -> tuple[bool, bool, bool]:
    """Readings with proof come first, then those that the form itself is the lemma of."""
    return (not reading.proven, reading.lemma != form, reading.doubtful)


def _listed(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The entries with the kind they stand under: `verb: …، noun: …`."""
    kind = ""
    for entry in entries:
        head, colon, rest = entry.partition(": ")
        if colon and head in {"verb", "noun", "participle"}:
            kind, entry = head, rest  # noqa: PLW2901 - the kind's name stands before its first entry
        yield kind, entry


def _readings(
    event_type: str, kind: str, entry: str
) -> Iterator[tuple[TriggerEntry, Iterable[str]]]:
    """What an entry may be read as, each with the forms it has then."""
    match = _ENTRY.fullmatch(entry)
    if match is None:
        message = f"not an entry of the trigger list: {entry}"
        raise ValueError(message)
    word = fold_key(match["word"].strip())
    doubtful = bool(match["often_other"])
    conditions = tuple(
        (
            found["sign"],
            frozenset(fold_key(w).removeprefix("ال") for w in found["words"].split("|")),
        )
        for found in _CONDITION.finditer(match["conditions"])
    )
    present = fold_key(match["present"]) if match["present"] else present_of(word)
    proven = any(sign in "+<" for sign, _ in conditions)
    forms: list[tuple[WordClass, Iterable[str]]] = []
    if kind == "verb":
        forms.append(("present", present_forms(present)))
        if not match["only"]:
            forms.append(("past", past_forms(word)))
    elif kind == "noun":
        forms.append(("noun", noun_forms(word)))
    else:
        forms.append(("participle", participle_forms(word)))
        if event_type in _BARE_PARTICIPLES:
            forms.append(("participle", (word,)))
    for word_class, made in forms:
        yield TriggerEntry(event_type, word_class, word, doubtful, conditions, proven), made


def holds(conditions: Conditions, before: Sequence[str], following: Sequence[str]) -> bool:
    """Whether the words beside the trigger, folded and without article, meet the conditions."""
    for sign, words in conditions:
        if sign == "+" and not _any_of(following, words):
            return False
        if sign == "-" and _any_of(following, words):
            return False
        if sign == "<" and not _any_of(before, words):
            return False
        if sign == "^" and before and before[-1] in words:
            return False
    return True


def _any_of(near: Sequence[str], words: frozenset[str]) -> bool:
    """Whether a word is one of `words`, or begins with one that is long enough to tell."""
    return any(
        word in words or any(word[:n] in words for n in range(_TELLING_LENGTH, len(word)))
        for word in near
    )
