"""Prints the figures of the bootstrap corpus as JSON: size, spread, variety, repetition."""

import argparse
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from tools.bootstrap.build import read_stories, source_files
from tools.bootstrap.interchange import JsonValue
from tools.bootstrap.overlap import (
    folded_words,
    longest_shared_run,
    ngrams,
    seed_texts,
    share,
    standing_in,
)
from tools.bootstrap.story import MentionMark, Story
from tools.bootstrap.words import word_count

NGRAM = 4
"""Words in the runs whose repetition is counted."""


def _depth(mark: MentionMark, mentions: Sequence[MentionMark]) -> int:
    return sum(
        other is not mark and other.start <= mark.start and mark.end <= other.end
        for other in mentions
    )


def _spread(values: Sequence[int]) -> JsonValue:
    if len(values) < 2:
        return {"values": list(values)}
    deciles = statistics.quantiles(values, n=10)
    return {
        "min": min(values),
        "p10": round(deciles[0], 1),
        "median": statistics.median(values),
        "mean": round(statistics.mean(values), 1),
        "p90": round(deciles[-1], 1),
        "max": max(values),
    }


def _size(stories: Sequence[Story]) -> Mapping[str, JsonValue]:
    lengths = [word_count(s.text[x.start : x.end]) for s in stories for x in s.sentences]
    words = sum(word_count(story.text) for story in stories)
    mentions = sum(len(story.mentions) for story in stories)
    events = sum(len(story.triggers) for story in stories)
    arguments = sum(len(mark.arguments) for story in stories for mark in story.triggers)
    return {
        "stories": len(stories),
        "sentences": sum(len(story.sentences) for story in stories),
        "words": words,
        "mentions": mentions,
        "events": events,
        "arguments": arguments,
        "per_100_words": {
            "mentions": round(100 * mentions / max(words, 1), 1),
            "events": round(100 * events / max(words, 1), 1),
            "arguments": round(100 * arguments / max(words, 1), 1),
        },
        "words_per_sentence": _spread(lengths),
    }


def _variety(stories: Sequence[Story]) -> Mapping[str, JsonValue]:
    mentions: Counter[str] = Counter()
    surfaces: dict[str, set[str]] = defaultdict(set)
    events: Counter[str] = Counter()
    triggers: dict[str, set[str]] = defaultdict(set)
    roles: Counter[str] = Counter()
    depths: Counter[int] = Counter()
    attributes: Counter[str] = Counter()
    for story in stories:
        for mark in story.mentions:
            mentions[mark.type] += 1
            surfaces[mark.type].add(mark.text)
            depths[_depth(mark, story.mentions)] += 1
        for trigger in story.triggers:
            events[trigger.type] += 1
            triggers[trigger.type].add(trigger.text)
            roles.update(f"{trigger.type}.{argument.role}" for argument in trigger.arguments)
            attributes.update([trigger.polarity, trigger.modality, f"tense {trigger.tense}"])
    return {
        "mentions_by_type": dict(mentions.most_common()),
        "distinct_surfaces": {kind: len(surfaces[kind]) for kind, _ in mentions.most_common()},
        "events_by_type": dict(events.most_common()),
        "distinct_triggers": {kind: len(triggers[kind]) for kind, _ in events.most_common()},
        "arguments_by_role": dict(roles.most_common()),
        "event_attributes": dict(attributes.most_common()),
        "nested": {str(depth): depths[depth] for depth in sorted(depths)},
        "labels": {
            name: dict(Counter(story.header.get(name, "") for story in stories).most_common())
            for name in ("region", "topic", "style")
        },
        "decades": dict(
            sorted(
                Counter(story.header.get("published", "")[:3] + "0s" for story in stories).items()
            )
        ),
    }


def _longest_runs(
    pairs: Sequence[tuple[str, str]], words: Mapping[str, Sequence[str]]
) -> list[JsonValue]:
    """The five longest runs of words two texts share, longest first."""
    found = [(longest_shared_run(words[a], words[b]), a, b) for a, b in pairs]
    found.sort(key=lambda item: (-len(item[0]), item[1:]))
    return [
        {"words": len(run), "in": [left, right], "run": " ".join(run)}
        for run, left, right in found[:5]
    ]


def _repetition(stories: Sequence[Story], seeds: Mapping[str, str]) -> Mapping[str, JsonValue]:
    words = {story.name: folded_words(story.text) for story in stories}
    words |= {name: folded_words(text) for name, text in seeds.items()}
    names = [story.name for story in stories]
    grams = {name: ngrams(listed, NGRAM) for name, listed in words.items()}
    shares = [
        share(grams[name], set().union(*(grams[other] for other in names if other != name)))
        for name in names
    ]
    of_seeds = set().union(*(grams[name] for name in seeds))
    seed_words = [word for name in seeds for word in words[name]]
    occurring = {story.name: _occurring(story.mentions, seed_words) for story in stories}
    return {
        "longest_shared_runs": _longest_runs(list(combinations(names, 2)), words),
        "longest_runs_shared_with_seeds": _longest_runs(
            [(name, seed) for name in names for seed in seeds], words
        ),
        f"share_of_{NGRAM}_grams_in_another_story": {
            "mean": round(statistics.mean(shares), 4),
            "max": round(max(shares), 4),
        },
        f"share_of_{NGRAM}_grams_in_the_seeds": round(
            max(share(grams[name], of_seeds) for name in names), 4
        ),
        "mentions_in_the_seeds": occurring,
    }


def _occurring(mentions: Sequence[MentionMark], seed_words: Sequence[str]) -> JsonValue:
    found = standing_in([mark.text for mark in mentions], seed_words)
    share_of_all = len(found) / max(len(mentions), 1)
    return {"share": round(share_of_all, 3), "surfaces": dict(Counter(found).most_common())}


def figures(stories: Sequence[Story], seeds: Mapping[str, str]) -> Mapping[str, JsonValue]:
    """All figures; `seeds` maps names to texts the corpus must not resemble."""
    return {**_size(stories), **_variety(stories), **_repetition(stories, seeds)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bootstrap.figures", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="sources; all of them by default")
    options = parser.parse_args(arguments)
    stories = read_stories(options.files or source_files())
    json.dump(figures(stories, seed_texts()), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
