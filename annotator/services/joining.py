"""What a mention most likely names: the things of the document in order, and taking one."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.arabic.names import CANDIDATE, similar_names
from annotator.arabic.normalize import fold_key
from annotator.arabic.slugs import slug_of, unused
from annotator.model.change import WHOLE_LAYER, Change
from annotator.model.mention import Mention
from annotator.services.default_identities import is_amount
from annotator.services.desk import Desk
from annotator.services.editing import EditContext, after_changes
from annotator.services.mention_edits import SetIdentity, find_mention

_COMPANIONS = frozenset({frozenset({"PER", "TTL"}), frozenset({"NORP", "GPE"})})
"""Types whose mentions often name one thing: a title and its holder, a nisba and its country."""
_SHARED_LETTERS = 3


@dataclass(frozen=True)
class NameLike:
    """Let a mention name what another one names, whatever it named before."""

    mention_id: str
    other_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """Both named alike; the other one is touched only where it has no identity."""
        other = find_mention(context, self.other_id)
        slug, changes = other.kb, list[Change]()
        if slug is None:
            surface = other.span.of(context.document.text)
            slug = unused(slug_of(surface), set(context.identities))
            changes = [*SetIdentity(other.id, slug).plan(context)]
        after = after_changes(context, changes)
        # what was joined comes first: it stays what keys act on
        named = [change for change in changes if change.document_id == WHOLE_LAYER]
        here = [change for change in changes if change.document_id != WHOLE_LAYER]
        return [*named, *SetIdentity(self.mention_id, slug).plan(after), *here]


def joinable(desk: Desk, mention: Mention) -> list[str]:
    """What a mention may be the same as, one for each thing, likeliest first, by identifier."""
    groups: dict[str, list[Mention]] = {}
    for other in desk.session.annotations.mentions:
        is_same = other.id == mention.id or (other.kb is not None and other.kb == mention.kb)
        if not is_same and not is_amount(desk.session.schema, other.type):
            groups.setdefault(other.kb or other.id, []).append(other)
    scored = sorted(
        (-max(_likeness(desk.text, mention, other) for other in group), key)
        for key, group in groups.items()
    )
    return [groups[key][0].id for _, key in scored]


def _likeness(text: str, mention: Mention, other: Mention) -> float:
    """How likely two mentions name one thing: names alike, side by side, akin in type, near."""
    ours, theirs = mention.span.of(text), other.span.of(text)
    distance = min(
        abs(mention.span.start - other.span.end), abs(other.span.start - mention.span.end)
    )
    alike = similar_names(ours, theirs)
    score = 3 * alike if alike >= CANDIDATE else 0.0
    is_akin = frozenset({mention.type, other.type}) in _COMPANIONS
    if mention.type == other.type:
        score += 1.0
    elif is_akin:
        score += 1.2 + (1.5 if distance <= 1 else 0.0)
    if _words(ours) & _words(theirs):
        score += 1.0
    return score - min(distance, 5000) / 2500


def _words(surface: str) -> set[str]:
    bare = (fold_key(word).removeprefix("ال") for word in surface.split())
    return {word[: _SHARED_LETTERS + 1] for word in bare if len(word) >= _SHARED_LETTERS}
