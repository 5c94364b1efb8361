"""The bootstrap corpus as it lies in the repository: sources without errors, JSONL in step."""

import json

import pytest

from tools.bootstrap.build import OUTPUT, find_all, read_stories, source_files
from tools.bootstrap.figures import figures
from tools.bootstrap.interchange import json_lines
from tools.bootstrap.originality import KnownTexts, check_originality, know
from tools.bootstrap.overlap import seed_texts
from tools.bootstrap.passes import compare, f1
from tools.bootstrap.rulebook import load_rulebook
from tools.bootstrap.source import parse_story
from tools.bootstrap.story import Story


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return read_stories(source_files())


@pytest.fixture(scope="module")
def known(stories: list[Story]) -> KnownTexts:
    return know({story.name: story.text for story in stories}, seed_texts())


def test_no_source_has_an_error_or_an_unanswered_warning(
    stories: list[Story], known: KnownTexts
) -> None:
    shown = [
        finding.shown(path.name)
        for path, story in zip(source_files(), stories, strict=True)
        for finding in find_all(path, story, known, load_rulebook())
        if finding.level != "info"
    ]
    assert shown == []


def test_the_jsonl_is_what_the_sources_say(stories: list[Story]) -> None:
    is_built = OUTPUT.read_text(encoding="utf-8") == json_lines(stories, load_rulebook())
    assert is_built, "python -m tools.bootstrap.build"  # no diff of a megabyte, it takes hours


def test_every_mark_of_the_jsonl_stands_where_the_text_has_its_words() -> None:
    for line in OUTPUT.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        spans = document["entities"] + [event["trigger"] for event in document["events"]]
        wrong = [s for s in spans if document["text"][s["start"] : s["end"]] != s["text"]]
        assert wrong == []


def test_every_argument_names_an_annotation_of_its_document() -> None:
    for line in OUTPUT.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        known_ids = {item["id"] for item in document["entities"] + document["events"]}
        targets = {a["target"] for event in document["events"] for a in event["arguments"]}
        assert targets <= known_ids


def test_figures_count_what_the_stories_hold(stories: list[Story]) -> None:
    counted = figures(stories, seed_texts())
    assert counted["stories"] == len(stories)
    assert counted["mentions"] == sum(len(story.mentions) for story in stories)


def test_a_reading_agrees_with_itself_and_less_with_another(stories: list[Story]) -> None:
    first = stories[0]
    bare = Story(first.name, first.header, first.text, first.sentences, (), (), ())
    assert f1([compare(first, first, kind) for kind in ("mentions", "arguments")]) == 1.0
    assert f1([compare(first, bare, "mentions")]) == 0.0


def test_a_run_of_eight_words_shared_with_another_story_is_an_error() -> None:
    text = "قال إن الميناء سيظل مغلقا حتى تنتهي أعمال التفتيش تماما"
    header = "id: b99-1_x\n---\n\n"
    story = parse_story("b99-1_x", f"{header}{text}.\n")
    shared = know({"b99-2_y": f"ثم {text}"}, {})
    assert [found.code for found in check_originality(story, shared)] == ["run"]
