"""Synthetic Arabic articles for benchmarks: words spread as in news, or sentences of stories."""

import json
import random
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

from annotator.arabic.sentences import sentences

STORIES = Path("seeds/bootstrap/bootstrap.jsonl")
WORD_COUNT = 390
"""Words of an article: with its marks about 450 tokens, as the seeds have."""
VOCABULARY_SIZE = 200_000
_ZIPF_SHIFT = 2.7
"""Of the law of Zipf and Mandelbrot, by which the word of rank r has the share 1 / (r + shift)."""

_MOST_FREQUENT = """
    في من على أن إلى عن التي مع الذي هذا بعد كان قال هذه بين ما لم إن كما قبل أو خلال حيث ذلك
"""
FREQUENT_WORDS = tuple(_MOST_FREQUENT.split())
_LETTERS = "ااااااالللللييييموننرتتبدعكسحقفجشصةأطخىإذغءضئزثآؤظ"
_BEGINNINGS = ("", "", "", "ال", "ال", "و", "وال", "ب", "ل", "لل", "بال")
_WORD_LENGTHS = (3, 4, 4, 5, 5, 6)
_SENTENCE_WORDS = range(8, 26)
_COMMA_SHARE = 0.08
_PARAGRAPH_SHARE = 0.3


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, the most frequent first, and the running sum of their shares."""
    chance = random.Random(0)  # noqa: S311 -- articles, not secrets
    words = dict.fromkeys(FREQUENT_WORDS)
    while len(words) < VOCABULARY_SIZE:
        letters = chance.choices(_LETTERS, k=chance.choice(_WORD_LENGTHS))
        words[chance.choice(_BEGINNINGS) + "".join(letters)] = None
    return list(words), list(accumulate(1 / (rank + _ZIPF_SHIFT) for rank in range(len(words))))


def articles(count: int, *, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` articles, the same for the same seed; no two share more than a few words."""
    chance = random.Random(seed)  # noqa: S311 -- articles, not secrets
    words, weights = vocabulary()
    for number in range(count):
        drawn = chance.choices(words, cum_weights=weights, k=WORD_COUNT)
        headline, body = drawn[:10], drawn[10:]
        yield {
            "id": f"article-{number}",
            "date": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "text": f"{' '.join(headline)}\n\n{_paragraphs(body, chance)}",
        }


def _paragraphs(words: list[str], chance: random.Random) -> str:
    parts: list[str] = []
    place = 0
    while place < len(words):
        sentence = words[place : place + chance.choice(_SENTENCE_WORDS)]
        place += len(sentence)
        commas = [f"{word}،" if chance.random() < _COMMA_SHARE else word for word in sentence[:-1]]
        parts += [" ".join([*commas, f"{sentence[-1]}."])]
        parts += ["\n\n" if chance.random() < _PARAGRAPH_SHARE else " "]
    return "".join(parts).rstrip()


def drawn_articles(count: int, *, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` articles of sentences of the bootstrap stories: as dense with names as those."""
    chance = random.Random(seed)  # noqa: S311 -- articles, not secrets
    pool = _sentences()
    for number in range(count):
        drawn: list[str] = []
        while sum(sentence.count(" ") + 1 for sentence in drawn) < WORD_COUNT:
            drawn.append(chance.choice(pool))
        yield {
            "id": f"article-{number}",
            "date": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "text": f"{drawn[0]}\n\n{' '.join(drawn[1:])}",
        }


@cache
def _sentences() -> list[str]:
    with STORIES.open(encoding="utf-8") as stream:
        texts = [json.loads(line)["text"] for line in stream]
    return [sentence.of(text).strip() for text in texts for sentence in sentences(text)]


def write_drawn_articles(path: Path, count: int) -> None:
    """Write `count` articles drawn from the stories as JSON lines."""
    _write(path, drawn_articles(count))


def write_articles(path: Path, count: int) -> None:
    """Write `count` articles as JSON lines."""
    _write(path, articles(count))


def _write(path: Path, written: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for article in written:
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
