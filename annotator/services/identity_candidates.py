"""Which thing a mention may name, likeliest first; which happening an event may be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.arabic.names import CANDIDATE, similar_names
from annotator.arabic.normalize import fold_key
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.services.desk import Desk
from annotator.services.navigation import Item
from annotator.wording import worded

_SAME_LETTERS = 2.0
_KNOWN = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slug that may be given, and why it is offered."""

    slug: str
    label: str
    why: str
    likeness: float
    wikidata: str = ""


def candidates(desk: Desk, item: Item) -> list[Candidate]:
    """What `item` may be, likeliest first; what it is already comes before all."""
    if isinstance(item, Event):
        return _happenings(desk, item)
    if isinstance(item, Mention):
        return _things(desk, item)
    return []


def matching(found: Iterable[Candidate], typed: str) -> list[Candidate]:
    """The candidates whose slug or label holds what is typed."""
    wanted = fold_key(typed.strip().lower())
    return [
        candidate
        for candidate in found
        if wanted in candidate.slug.lower() or wanted in fold_key(candidate.label.lower())
    ]


def _things(desk: Desk, mention: Mention) -> list[Candidate]:
    text = desk.text
    surface = mention.span.of(text)
    spellings: dict[str, set[str]] = {}
    uses: Counter[str] = Counter()
    for other in desk.session.annotations.mentions:
        if other.kb and other.id != mention.id:
            spellings.setdefault(other.kb, set()).add(other.span.of(text))
            uses[other.kb] += 1
    found = []
    for slug, identity in desk.session.identities.items():
        names = {identity.label, *spellings.get(slug, ())}
        likeness = max(_likeness(surface, name) for name in names)
        if mention.kb == slug:
            likeness, why = _SAME_LETTERS + 1, worded("now")
        elif likeness >= CANDIDATE:
            why = worded("same letters") if likeness == _SAME_LETTERS else worded("alike")
        else:
            why = worded("{count} here", count=uses[slug]) if uses[slug] else ""
        found.append(Candidate(slug, identity.label, why, likeness, identity.wikidata or ""))
    return sorted(found, key=lambda c: (-c.likeness, -uses[c.slug], c.slug))


def _likeness(surface: str, name: str) -> float:
    if fold_key(surface) == fold_key(name):
        return _SAME_LETTERS
    alike = similar_names(surface, name)
    return alike if alike >= CANDIDATE else _KNOWN


def _happenings(desk: Desk, event: Event) -> list[Candidate]:
    known: dict[str, Event] = {}
    for other in desk.session.annotations.events:
        if other.coref:
            known.setdefault(other.coref, other)
    found = []
    for slug, first in known.items():
        likeness = _SAME_LETTERS + 1 if slug == event.coref else float(first.type == event.type)
        why = worded("now") if slug == event.coref else first.type
        found.append(Candidate(slug, first.trigger.of(desk.text), why, likeness))
    return sorted(found, key=lambda c: (-c.likeness, c.slug))
