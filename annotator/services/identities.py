"""A layer's registry of things: make two of them one, give one its Wikidata number, a free slug."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import count

from annotator.model.change import WHOLE_LAYER, Change, Changed, Removed
from annotator.services.editing import EditContext, EditingSession
from annotator.services.validation import InvalidEdit
from annotator.store import state
from annotator.wording import worded

_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)


@dataclass(frozen=True)
class SetWikidata:
    """Give a thing its Wikidata number; an empty one takes it off."""

    slug: str
    number: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The registry entry changed.

        Raises:
            InvalidEdit: the number is none, or there is no such thing.
        """
        identity = context.identities.get(self.slug)
        if identity is None:
            raise InvalidEdit(worded("there is no identity {slug}", slug=self.slug))
        if self.number and not is_wikidata(self.number):
            reason = worded(
                "{number} is no Wikidata number; write Q and digits: Q796", number=self.number
            )
            raise InvalidEdit(reason)
        after = replace(identity, wikidata=self.number or None)
        return [] if after == identity else [Changed(WHOLE_LAYER, identity, after)]


def is_wikidata(number: str) -> bool:
    """Whether it is written as Wikidata writes its numbers: Q and digits."""
    return _WIKIDATA.fullmatch(number) is not None


def merge_identities(session: EditingSession, slug: str, into: str) -> int:
    """Let every mention of the layer that names `slug` name `into`, in all documents at once.

    One action, so one undo; the entry `slug` leaves the registry, its Wikidata number goes over
    where `into` has none. Returns the number of mentions changed.

    Raises:
        InvalidEdit: one of them is no identity of the layer, or both are one.
        TryAgainError: it could not be stored.
    """
    gone, kept = session.identities.get(slug), session.identities.get(into)
    if gone is None or kept is None or slug == into:
        raise InvalidEdit(
            worded("{slug} and {into} are not two identities of this layer", slug=slug, into=into)
        )
    project = session.project
    with project.writing():
        changes: list[Change] = [
            Changed(document_id, mention, replace(mention, kb=into))
            for document_id, annotations in state.layer_annotations(
                project.connection, session.layer
            )
            for mention in annotations.mentions
            if mention.kb == slug
        ]
        renamed_count = len(changes)
        if gone.wikidata and not kept.wikidata:
            changes.append(Changed(WHOLE_LAYER, kept, replace(kept, wikidata=gone.wikidata)))
        changes.append(Removed(WHOLE_LAYER, gone))
        project.record(session.layer, changes)
    session.reload()
    return renamed_count


def free_slug(slug: str, taken: Container[str]) -> str:
    """`slug` with the first number behind it that makes it a new one."""
    return next(made for n in count(2) if (made := f"{slug}-{n}") not in taken)
