"""Finds the mention or the event that a filler's name means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.bootstrap.events import RawArgument, RawEvent
from tools.bootstrap.findings import Finding, error
from tools.bootstrap.rulebook import EVENT, RoleRule, Rulebook
from tools.bootstrap.story import Argument, MentionMark, TriggerMark

TYPE_NAME = re.compile(r"(?P<type>[A-Z]+)(?P<ordinal>[0-9]*)")
EARLIER = "^"
NAMED, TITLE, DESCRIBED, NISBA = range(4)


class _UnresolvedError(Exception):
    """Why a filler names nothing; caught where the finding is made."""


def _rank(mention: MentionMark) -> int:
    """The guidelines' order: the name beats the title, the title the noun, the noun the nisba."""
    if mention.type == "NORP":
        return NISBA
    if mention.type == "TTL":
        return TITLE
    return NAMED if mention.level == "NAM" else DESCRIBED


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Everything a filler of one event may mean."""

    mentions: Sequence[MentionMark]
    triggers: Sequence[TriggerMark]
    own: int
    """Index of the event's own trigger: an event does not fill its own role."""
    role: RoleRule | None

    def _allowed(self, mention: MentionMark) -> bool:
        return self.role is None or mention.type in self.role.fillers

    def _pick(self, name: str, found: list[int]) -> int:
        """The best ranked of the mentions `found`, then the nearest to the trigger."""
        allowed = [index for index in found if self._allowed(self.mentions[index])] or found
        trigger = self.triggers[self.own]

        def preference(index: int) -> tuple[int, int, int]:
            mention = self.mentions[index]
            before, after = trigger.start - mention.end, mention.start - trigger.end
            return (_rank(mention), max(before, after, 0), index)

        if not allowed:
            message = f"{name} names nothing in this line; name a mention with #{name}"
            raise _UnresolvedError(message)
        return min(allowed, key=preference)

    def _by_type(self, name: str, here: list[int]) -> int | None:
        parts = TYPE_NAME.fullmatch(name)
        if parts is None:
            return None
        found = [index for index in here if self.mentions[index].type == parts["type"]]
        ordinal = int(parts["ordinal"] or 0)
        if ordinal and ordinal <= len(found):
            return found[ordinal - 1]
        if ordinal or len(found) != 1:
            message = (
                f"{len(found)} mentions of type {parts['type']} in this line, {name} is none of "
            )
            raise _UnresolvedError(message + f"them; write {parts['type']}1 … or name one with #")
        return found[0]

    def _event(self, name: str, sentence: int) -> int | None:
        here = [i for i, mark in enumerate(self.triggers) if mark.sentence == sentence]
        for wanted in ("handle", "coref"):
            found = [i for i in here if getattr(self.triggers[i], wanted) == name and i != self.own]
            if found:
                return found[0]
        return None

    def _mention(self, name: str, sentence: int) -> int | None:
        here = [i for i, mark in enumerate(self.mentions) if mark.sentence == sentence]
        for wanted in ("handle", "kb"):
            found = [i for i in here if getattr(self.mentions[i], wanted) == name]
            if found:
                return self._pick(name, found)
        return self._by_type(name, here)

    def find(self, name: str, sentence: int) -> tuple[int | None, int | None]:
        """The mention or the event `name` means in `sentence`, as a pair with one None."""
        event = self._event(name, sentence)
        if event is not None and (self.role is None or EVENT in self.role.fillers):
            return None, event
        mention = self._mention(name, sentence)
        return mention, event if mention is None else None

    def find_elsewhere(self, name: str, sentence: int) -> tuple[int | None, int | None]:
        """The same in the nearest other sentence, earlier ones first."""
        last = max([mark.sentence for mark in self.triggers] + [m.sentence for m in self.mentions])
        for other in (*range(sentence - 1, -1, -1), *range(sentence + 1, last + 1)):
            try:
                found = self.find(name, other)
            except _UnresolvedError:
                continue
            if found != (None, None):
                return found
        return None, None


def _fill(raw: RawArgument, candidates: _Candidates, sentence: int) -> Argument:
    name = raw.filler.removeprefix(EARLIER)
    if raw.filler.startswith(EARLIER):
        mention, trigger = candidates.find_elsewhere(name, sentence)
        remedy = "no other line has it either"
    else:
        mention, trigger = candidates.find(name, sentence)
        remedy = f"name it here with #{name}, or write ^{name} for the nearest earlier one"
    if mention is None and trigger is None:
        message = f"{raw.role}={raw.filler} names nothing; {remedy}"
        raise _UnresolvedError(message)
    return Argument(raw.role, mention, trigger, raw.place)


def _trigger_of(event: RawEvent, triggers: Sequence[TriggerMark], sentence: int) -> int | None:
    found = (
        index
        for index, mark in enumerate(triggers)
        if mark.sentence == sentence and mark.handle == event.handle
    )
    return next(found, None)


def resolve(
    mentions: Sequence[MentionMark],
    triggers: Sequence[TriggerMark],
    events: Sequence[tuple[int, RawEvent]],
    rulebook: Rulebook,
) -> tuple[list[TriggerMark], list[Finding]]:
    """Give the triggers the arguments of their `>` lines; what names nothing becomes a finding."""
    filled: dict[int, list[Argument]] = {}
    findings: list[Finding] = []
    for sentence, event in events:
        own = _trigger_of(event, triggers, sentence)
        if own is None:
            message = f"no trigger in the line above is named #{event.handle}; name it {{TYPE#"
            findings.append(error("argument", event.place, message + f"{event.handle} word}}"))
            continue
        rule = rulebook.events.get(triggers[own].type)
        for raw in event.arguments:
            role = rule.roles.get(raw.role) if rule else None
            candidates = _Candidates(mentions, triggers, own, role)
            try:
                filled.setdefault(own, []).append(_fill(raw, candidates, sentence))
            except _UnresolvedError as reason:
                findings.append(error("argument", raw.place, str(reason)))
    resolved = [
        replace(mark, arguments=tuple(filled.get(index, ()))) for index, mark in enumerate(triggers)
    ]
    return resolved, findings
