"""The words after a dot in a tag (`.NOM`, `.metonym`, `.neg`) and the attributes they set."""

from dataclasses import dataclass

from tools.bootstrap.rulebook import Rulebook

MENTION_WORDS = ("NAM", "NOM", "metonym", "unsure")
EVENT_WORDS = (
    "neg",
    "future",
    "hypothetical",
    "generic",
    "present",
    "past",
    "unspecified",
    "unsure",
)
SHORTEST = 3
"""Letters a shortened word needs: `.hyp`, `.pres`, `.met`."""

MODALITIES = ("future", "hypothetical", "generic")
TENSES = ("present", "past", "unspecified")
TENSE_OF_MODALITY = {"future": "future", "hypothetical": "unspecified"}


@dataclass(frozen=True, slots=True)
class MentionAttributes:
    """What the words after a mention's type say."""

    level: str
    metonym: bool
    uncertain: bool


@dataclass(frozen=True, slots=True)
class EventAttributes:
    """What the words after a trigger's type say; a tense not given follows the modality."""

    polarity: str
    modality: str
    tense: str
    uncertain: bool


def full_word(word: str, choices: tuple[str, ...]) -> str | None:
    """The one word of `choices` that `word` is or shortens, else None."""
    if word in choices:
        return word
    matching = [choice for choice in choices if len(word) >= SHORTEST and choice.startswith(word)]
    return matching[0] if len(matching) == 1 else None


def mention_attributes(words: list[str], type_name: str, rulebook: Rulebook) -> MentionAttributes:
    """The attributes of a mention; the level is its type's own unless a word says otherwise."""
    level = rulebook.default_levels.get(type_name, "NAM")
    for word in words:
        if word in {"NAM", "NOM"}:
            level = word
    return MentionAttributes(level=level, metonym="metonym" in words, uncertain="unsure" in words)


def event_attributes(words: list[str]) -> EventAttributes:
    """The attributes of an event: asserted, positive, past unless a word says otherwise."""
    modality = next((word for word in words if word in MODALITIES), "asserted")
    followed = TENSE_OF_MODALITY.get(modality, "past")
    return EventAttributes(
        polarity="neg" if "neg" in words else "pos",
        modality=modality,
        tense=next((word for word in words if word in TENSES), followed),
        uncertain="unsure" in words,
    )
