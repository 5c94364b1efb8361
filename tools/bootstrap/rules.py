"""Checks a story against the label schema: roles, fillers, cardinality, nesting, zones, names."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from tools.bootstrap.findings import Finding, Place, error, info, warning
from tools.bootstrap.rulebook import EVENT, Rulebook
from tools.bootstrap.source import PARAGRAPH_BREAKS
from tools.bootstrap.story import Argument, MentionMark, Story, TriggerMark

NO_EVENTS_IN = ("byline", "dateline", "furniture")
SENTENCE_ENDS = '.؟!…:"”»)'
NUMBERED = ("DATE", "MON")
NAMED_TYPES = ("PER", "NORP", "GPE", "GOV", "MIL", "MED", "ORG")
"""Types whose names should carry an identity."""


def check_rules(story: Story, rulebook: Rulebook) -> list[Finding]:
    """Every way the story breaks a rule that can be stated without knowing Arabic."""
    return [
        *_header(story),
        *_sentences(story),
        *_nesting(story, rulebook),
        *_attributes(story, rulebook),
        *_identities(story),
        *_handles(story),
        *_events(story, rulebook),
    ]


def _header(story: Story) -> Iterator[Finding]:
    place = Place(1, 1)
    if story.header.get("id", story.name) != story.name:
        message = (
            f"the id is {story.header['id']} but the file is {story.name}.txt; make them equal"
        )
        yield error("header", place, message)
    if story.header.get("breaks", "double") not in PARAGRAPH_BREAKS:
        yield error("header", place, f"breaks: is one of {' '.join(PARAGRAPH_BREAKS)}")
    try:
        dt.date.fromisoformat(story.header.get("published", ""))
    except ValueError:
        yield error("header", place, "published: is a date like 2011-03-28")
    if not any(zone.kind == "headline" for zone in story.zones):
        yield warning("zone", place, "no headline; begin it with @headline")


def _sentences(story: Story) -> Iterator[Finding]:
    zoned = {zone.start for zone in story.zones}
    for sentence, following in zip(story.sentences, story.sentences[1:], strict=False):
        joined = "\n" not in story.text[sentence.end : following.start]
        if (
            joined
            and sentence.start not in zoned
            and story.text[sentence.end - 1] not in SENTENCE_ENDS
        ):
            message = "the next line follows in the same paragraph, yet no stop ends this one"
            yield warning("sentence", sentence.place, message)


def _nesting(story: Story, rulebook: Rulebook) -> Iterator[Finding]:
    spans = Counter((mark.start, mark.end) for mark in story.mentions)
    around: list[MentionMark] = []
    for mark in story.mentions:
        around = [outer for outer in around if outer.end >= mark.end and outer.end > mark.start]
        if spans[mark.start, mark.end] > 1:
            yield error("same-span", mark.place, f"two mentions on «{mark.text}»; keep one")
        if len(around) >= rulebook.max_depth:
            yield error(
                "depth", mark.place, f"nested deeper than {rulebook.max_depth}: «{mark.text}»"
            )
        if mark.type == "NUM" and any(outer.type in NUMBERED for outer in around):
            yield error("nested-number", mark.place, "numbers inside DATE and MON stay unmarked")
        around.append(mark)


def _attributes(story: Story, rulebook: Rulebook) -> Iterator[Finding]:
    for mark in story.mentions:
        if mark.metonym and mark.type not in rulebook.metonym_types:
            kinds = " ".join(sorted(rulebook.metonym_types))
            yield error("metonym", mark.place, f"only {kinds} may be metonym; take the word out")
        if mark.kb is None and mark.level == "NAM" and mark.type in NAMED_TYPES:
            yield warning(
                "identity", mark.place, f"the name «{mark.text}» has no identity; add =slug"
            )


def _identities(story: Story) -> Iterator[Finding]:
    """A slug names one real thing, so its names cannot be a person here and a party there."""
    first: dict[str, MentionMark] = {}
    for mark in story.mentions:
        if mark.kb is None or mark.type in {"TTL", "NORP", "GRP", "DATE"}:
            continue
        earlier = first.setdefault(mark.kb, mark)
        if earlier.type != mark.type:
            message = f"={mark.kb} is {earlier.type} in line {earlier.place.line}, {mark.type} here"
            yield warning("identity", mark.place, message + "; use one type or two slugs")


def _handles(story: Story) -> Iterator[Finding]:
    seen: set[tuple[int, str]] = set()
    marks: list[MentionMark | TriggerMark] = [*story.mentions, *story.triggers]
    for mark in marks:
        if mark.handle is None:
            continue
        if (mark.sentence, mark.handle) in seen:
            yield error(
                "handle", mark.place, f"#{mark.handle} is used twice in this line; rename one"
            )
        seen.add((mark.sentence, mark.handle))


def _events(story: Story, rulebook: Rulebook) -> Iterator[Finding]:
    for index, trigger in enumerate(story.triggers):
        rule = rulebook.events.get(trigger.type)
        if rule is None:
            continue
        zone = story.zone_at(trigger.start)
        if zone in NO_EVENTS_IN:
            yield error("zone", trigger.place, f"no events in a {zone}; unmark «{trigger.text}»")
        counts = Counter(argument.role for argument in trigger.arguments)
        for argument in trigger.arguments:
            yield from _argument(story, index, argument, rulebook)
        for role, count in counts.items():
            if role in rule.roles and rule.roles[role].single and count > 1:
                yield error("cardinality", trigger.place, f"{trigger.type} takes one {role} only")
        known = _roles_of_same_event(story, trigger) | set(counts)
        missing = [role for role in rule.expected if role not in known]
        if missing:
            message = f"{trigger.type} «{trigger.text}» without {', '.join(missing)}"
            yield info("expected", trigger.place, message)


def _roles_of_same_event(story: Story, trigger: TriggerMark) -> set[str]:
    """The roles filled by any mention of the event `trigger` is joined to."""
    return {
        argument.role
        for other in story.triggers
        if other.coref is not None and other.coref == trigger.coref
        for argument in other.arguments
    }


def _argument(story: Story, own: int, argument: Argument, rulebook: Rulebook) -> Iterator[Finding]:
    trigger = story.triggers[own]
    rule = rulebook.events[trigger.type].roles.get(argument.role)
    if rule is None:
        known = " ".join(rulebook.events[trigger.type].roles)
        message = f"{trigger.type} has no role {argument.role}; it has {known}"
        yield error("role", argument.place, message)
        return
    filled = [(other.role, other.mention, other.trigger) for other in trigger.arguments]
    if filled.count((argument.role, argument.mention, argument.trigger)) > 1:
        yield error("twice", argument.place, f"{argument.role} is filled twice by the same thing")
    if argument.mention is not None:
        filler = story.mentions[argument.mention]
        kind, text = filler.type, filler.text
    else:
        filling = story.triggers[argument.trigger or 0]
        kind, text = EVENT, filling.text
    if kind not in rule.fillers:
        known = " ".join(sorted(rule.fillers))
        message = f"{trigger.type}.{argument.role} cannot be {kind} «{text}»; it takes {known}"
        yield error("filler", argument.place, message)
