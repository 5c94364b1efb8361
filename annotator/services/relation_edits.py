"""Edits of relations between two mentions: link them, take a link away."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.change import Added, Change, Removed
from annotator.model.identifiers import new_id
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.services.editing import EditContext
from annotator.services.mention_edits import by_person, find_mention


@dataclass(frozen=True)
class Link:
    """A relation that may stand between two mentions, whether it does or not."""

    type: str
    source: str
    target: str
    """Identifiers of mentions."""


@dataclass(frozen=True)
class ToggleRelation:
    """Let a relation stand between two mentions, or take it away where it stands."""

    link: Link

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One relation added or removed."""
        document_id, link = context.document.id, self.link
        for relation in context.annotations.relations:
            if link == Link(relation.type, relation.source, relation.target):
                return [Removed(document_id, relation)]
        find_mention(context, link.source)
        find_mention(context, link.target)
        made_by = by_person(context)
        relation = Relation(new_id(), link.type, link.source, link.target, made_by)
        return [Added(document_id, relation)]


@dataclass(frozen=True)
class Unrelate:
    """Take away every relation of a mention, whichever end it is."""

    mention_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """Each of its relations removed."""
        return [
            Removed(context.document.id, relation)
            for relation in context.annotations.relations
            if self.mention_id in (relation.source, relation.target)
        ]


def possible_links(schema: LabelSchema, one: Mention, other: Mention) -> list[Link]:
    """The relations the label schema lets stand between two mentions, from `one` to it first."""
    return [
        Link(name, source.id, target.id)
        for source, target in ((one, other), (other, one))
        for name in schema.relations
        if source.type in schema.relation_sources(name)
        and target.type in schema.relation_targets(name)
    ]
