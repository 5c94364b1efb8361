"""Tells things of the real world, shared by all stories, from those of one story."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tools.bootstrap.story import Story

SHARED_NAMES = Path(__file__).parents[2] / "seeds" / "bootstrap" / "identities.tsv"
WORLDLY = frozenset({"GPE", "LOC", "NORP", "DATE"})
"""Types whose identities are real places, peoples and days whatever the story invents."""


@cache
def shared_labels(path: Path = SHARED_NAMES) -> Mapping[str, str]:
    """Slug to name of the bodies that stories share: the United Nations, a broadcaster."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def identity_names(story: Story) -> dict[str, str]:
    """Each slug of the story with the one it has in the corpus: `mayor` is `b00-3-mayor`.

    Invented people and bodies of two stories must not become one because their slugs are equal.
    """
    number = story.name.partition("_")[0]
    worldly = {mark.kb for mark in story.mentions if mark.type in WORLDLY}
    slugs = {mark.kb for mark in story.mentions if mark.kb is not None}
    shared = shared_labels().keys() | worldly
    return {slug: slug if slug in shared else f"{number}-{slug}" for slug in sorted(slugs)}


def happening_name(story: Story, coref: str) -> str:
    """The identity an event of the story has in the corpus."""
    return f"{story.name.partition('_')[0]}-{coref}"
