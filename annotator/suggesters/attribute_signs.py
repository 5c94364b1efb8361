"""What speaks for an event being denied, planned, wished for or going on: the signs to weigh."""

from collections.abc import Iterator, Mapping, Sequence

from annotator.suggesters.event_attributes import attributes_of
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.lexicon import keys
from annotator.suggesters.words import Word, Words

_LOOKED_BACK = 5
_LOOKED_AHEAD = 3
_SENTENCE_CUES = ("future", "hypothetical", "negation")


def attribute_signs(
    words: Words,
    frame: Frame,
    previous: Frame | None,
    previous_class: str,
    cues: str,
) -> Iterator[str]:
    """Short keys; `previous` is the event before in the sentence, with what was chosen for it.

    `cues` are those of the sentence.
    """
    word, form = frame.word, frame.word_class
    event = frame.listed_type
    cut = f"{word.proclitics}|{'al' if word.definite else ''}"
    rules = attributes_of(words, word, form)
    before = _before(words, word)
    yield "all"
    yield f"event {event}|{form}"
    yield f"form {form}|{cut}"
    yield f"form {form}|{cut}|{event}"
    yield f"start {word.full[:1]}|{word.full[:2]}|{form}"
    yield f"lemma {frame.lemma}|{form}"
    yield f"rules {_told(rules)}|{form}"
    yield f"rules {_told(rules)}|{event}"
    if form == "present" and word.key[:1] == "س" and word.key[1:2] in set("يتنا"):
        yield "will"
    for distance, other in enumerate(before):
        yield f"near {min(distance, 2)}|{other.bare}|{form}"
        yield f"back {other.bare}"
    yield f"pair {'|'.join(other.bare for other in before[:2])}"
    for other in words.items[word.index + 1 : word.index + 1 + _LOOKED_AHEAD]:
        if other.sentence == word.sentence:
            yield f"ahead {other.bare}|{form}"
    yield f"sentence {cues}|{form}|{event}"
    if previous is None:
        yield f"first|{form}|{cut}"
        return
    gap = "near" if word.index - previous.word.index <= _LOOKED_BACK else "far"
    yield f"after {previous.listed_type}|{gap}|{form}"
    yield f"after {previous.listed_type}|{gap}|{event}|{cut}"
    yield f"after {previous.lemma}|{gap}|{form}"
    yield f"chosen {previous_class}|{gap}|{form}|{cut}"
    yield f"chosen {previous_class}|{previous.listed_type}|{event}|{gap}"


def cues_of(sentence: Sequence[Word]) -> str:
    """Which kinds of words that change what is told stand anywhere in the sentence."""
    forms = {form for word in sentence for form in (word.bare, word.full)}
    return "+".join(cue for cue in _SENTENCE_CUES if not forms.isdisjoint(keys("grammar", cue)))


def _before(words: Words, word: Word) -> list[Word]:
    """The words before it in its sentence, the nearest first."""
    start = max(word.index - _LOOKED_BACK, 0)
    return [w for w in reversed(words.items[start : word.index]) if w.sentence == word.sentence]


def _told(attributes: Mapping[str, str]) -> str:
    return "+".join(sorted(attributes.values()))
