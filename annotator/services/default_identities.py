"""What a new mention names by default: what its words named before, in the same document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from annotator.arabic.slugs import slug_of, unused
from annotator.model.change import WHOLE_LAYER, Added, Change, Changed
from annotator.model.entity import Identity
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Decision, SuggestedMention
from annotator.services.editing import EditContext
from annotator.services.known_names import KnownNames
from annotator.services.namesakes import Namesakes

_AMOUNTS = frozenset({"CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_PERSONS = frozenset({"PER", "PERS", "PERSON"})


def identified(context: EditContext, changes: Sequence[Change]) -> list[Change]:
    """The changes, with identities for the mentions they add.

    A mention with the type and words of another one names the same; so does a personal name that
    ends exactly one longer one; then come the rules of `Namesakes`. What a person said of those
    words comes before what was suggested.
    """
    done = _Done(context)
    for change in changes:
        if isinstance(change, Added) and isinstance(change.item, Mention):
            done.add(change.item)
        else:
            done.changes.append(change)
    return [*done.changes, *done.later]


def is_amount(schema: LabelSchema, type_name: str) -> bool:
    """Whether mentions of the type count or measure: equal ones are then not the same thing."""
    part = schema.entities.get(type_name)
    names = {type_name} | ({part.map.get("ontonotes", "")} if part is not None else set())
    return bool(names & _AMOUNTS)


class _Done:
    def __init__(self, context: EditContext) -> None:
        self.changes: list[Change] = []
        self.later: list[Change] = []
        """What changes beside: the new mention comes first, it is what the person made."""
        self._context = context
        self._names = context.names
        self._new: list[Mention] = []
        """Mentions that the names do not know yet: most edits add one and ask no more."""
        self._slugs = set(context.identities)

    def add(self, mention: Mention) -> None:
        same = None
        if not is_amount(self._context.schema, mention.type):
            same = self._same(mention)
        if same is not None and same.kb is None:
            slug = mention.kb
            if slug is None:
                slug = unused(slug_of(same.span.of(self._context.document.text)), self._slugs)
                self._register(slug, same)
            same = self._name(same, slug)
        if same is not None and same.kb is not None:
            mention = replace(mention, kb=same.kb)
        self._new.append(mention)
        self.changes.append(Added(self._context.document.id, mention))

    def _known_names(self) -> KnownNames:
        if self._new:
            self._names, self._new = self._names.changed((), self._new), []
        return self._names

    def _same(self, mention: Mention) -> Mention | None:
        namesakes = Namesakes(
            self._context.document.text,
            self._context.schema,
            self._known_names(),
            self._proposed_persons,
        )
        if namesakes.is_style(mention) or namesakes.is_acting(mention):
            return namesakes.of(mention)
        return self._same_words(mention) or self._longer_name(mention) or namesakes.of(mention)

    @cached_property
    def _proposed_persons(self) -> tuple[Span, ...]:
        """Names of persons that are suggested and not decided."""
        context = self._context
        return tuple(
            found.span
            for found in context.suggestions.values()
            if isinstance(found, SuggestedMention)
            and self._is_person(found.type)
            and context.annotations.get(Decision, found.id) is None
        )

    def _register(self, slug: str, mention: Mention) -> None:
        self._slugs.add(slug)
        label = mention.span.of(self._context.document.text)
        self.changes.append(Added(WHOLE_LAYER, Identity(slug, label)))

    def _name(self, mention: Mention, slug: str) -> Mention:
        """Give a mention that is there already an identity."""
        after = replace(mention, kb=slug)
        self._names = self._known_names().changed((mention,), (after,))
        document_id = self._context.document.id
        added = Added(document_id, mention)
        if added in self.changes:
            self.changes[self.changes.index(added)] = Added(document_id, after)
        else:
            self.later.append(Changed(document_id, mention, after))
        return after

    def _same_words(self, mention: Mention) -> Mention | None:
        found = self._known_names().same_words(mention)
        alike = [m for m in found if _flags(m.attributes) == _flags(mention.attributes)]
        return next((m for m in (*alike, *found) if m.kb), found[0] if found else None)

    def _longer_name(self, mention: Mention) -> Mention | None:
        """The person whose full name the mention's words end, if there is just one."""
        if not self._is_person(mention.type):
            return None
        found = self._known_names().longer(mention)
        names = {other.kb or self._names.words(other) for other in found}
        return found[0] if len(names) == 1 else None

    def _is_person(self, type_name: str) -> bool:
        part = self._context.schema.entities.get(type_name)
        return bool(_PERSONS & {type_name, part.map.get("conll", "") if part else ""})


def _flags(attributes: Mapping[str, object]) -> frozenset[str]:
    return frozenset(name for name, value in attributes.items() if value is True)
