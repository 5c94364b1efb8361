"""Warns when a story resembles the seeds or another story more than the corpus allows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tools.bootstrap.findings import Finding, Place, error, warning
from tools.bootstrap.overlap import folded_words, ngrams, standing_in
from tools.bootstrap.story import Story

FORBIDDEN_RUN = 8
"""Words in a row no two texts may share."""
LARGEST_SHARE = 0.05
"""The share of a story's mentions whose words may stand in the seeds."""
TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class KnownTexts:
    """The texts a story is held against, prepared once."""

    runs: Mapping[str, frozenset[tuple[str, ...]]]
    """Name of a text to its runs of FORBIDDEN_RUN words."""
    seed_words: tuple[str, ...]


def know(stories: Mapping[str, str], seeds: Mapping[str, str]) -> KnownTexts:
    """Prepare the texts of the other stories and of the seeds, both by name."""
    runs = {
        name: frozenset(ngrams(folded_words(text), FORBIDDEN_RUN))
        for name, text in {**stories, **seeds}.items()
    }
    seed_words = tuple(word for text in seeds.values() for word in folded_words(text))
    return KnownTexts(runs=runs, seed_words=seed_words)


def check_originality(story: Story, known: KnownTexts) -> Iterator[Finding]:
    """Hold the story against the other texts; its own name among them is passed over."""
    own = ngrams(folded_words(story.text), FORBIDDEN_RUN)
    for name, runs in known.runs.items():
        shared = own & runs
        if shared and name != story.name:
            run = " ".join(min(shared))
            yield error("run", TOP, f"«{run}» stands in {name} too; say it otherwise")
    surfaces = [mark.text for mark in story.mentions]
    found = Counter(standing_in(surfaces, known.seed_words))
    share = found.total() / max(len(surfaces), 1)
    if share > LARGEST_SHARE:
        words = " ".join(f"{surface}×{count}" for surface, count in found.most_common())
        message = f"{share:.1%} of the mentions stand in the seeds ({words}); at most 5 %"
        yield warning("seeds", TOP, message)
