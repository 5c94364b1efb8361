"""Labels of a model made mentions: borders, proclitics, types, scores; silent where it is not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.errors import SuggesterError
from annotator.suggesters.camel_data import state_of
from annotator.suggesters.camel_entities import CamelEntitySuggester
from annotator.suggesters.camel_process import LABELS, CamelProcess
from annotator.suggesters.camel_segmenter import CamelSegmenter
from tests.unit.suggesters.readings import mentions, read


class Model(CamelProcess):
    """Labels words by a list."""

    def __init__(self, labels: dict[str, tuple[str, float]]) -> None:
        super().__init__()
        self._labels = labels

    def entities(self, sentences: Sequence[Sequence[str]]) -> LABELS:
        return [[self._labels.get(word, ("O", 1.0)) for word in words] for words in sentences]


MODEL = Model(
    {
        "فلاديمير": ("B-PERS", 0.9),
        "بوتين": ("I-PERS", 0.6),
        "وموسكو": ("I-LOC", 0.8),
        "بغداد": ("B-LOC", 0.8),
        "حلف": ("B-ORG", 0.7),
        "الأطلسي": ("I-ORG", 0.7),
        "العربية": ("B-MISC", 0.7),
    }
)


def test_runs_of_labels_become_mentions_without_their_proclitics() -> None:
    reading = read("التقى فلاديمير بوتين وموسكو بغداد. حلف الأطلسي")
    found = mentions(CamelEntitySuggester(MODEL), reading)
    assert found == [
        ("فلاديمير بوتين", "PER"),
        ("موسكو", "GPE"),
        ("بغداد", "GPE"),
        ("حلف الأطلسي", "ORG"),
    ]
    [first, *_] = CamelEntitySuggester(MODEL).suggest(reading, ())
    assert first.score == 0.6  # of its least certain word


def test_the_rest_category_needs_a_type_of_its_own() -> None:
    text = "اللغة العربية"
    assert mentions(CamelEntitySuggester(MODEL), read(text)) == []
    assert mentions(CamelEntitySuggester(MODEL), read(text, schema="anercorp")) == [
        ("العربية", "MISC")
    ]


def test_without_the_package_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.suggesters.camel_data.is_installed", lambda: False)
    assert mentions(CamelEntitySuggester(), read("بغداد")) == []


def test_the_segmenter_without_the_package_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("annotator.suggesters.camel_data.is_installed", lambda: False)
    with pytest.raises(SuggesterError, match="pip install torch"):
        CamelSegmenter().proclitics("بغداد")


def test_what_is_missing_is_found_without_importing_anything(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("annotator.suggesters.camel_data.is_installed", lambda: True)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert state_of("MorphologyDB").lacks == "catalogue"
    (tmp_path / "catalogue.json").write_text(
        '{"components": {"MorphologyDB": {"default": "m", "datasets": {"m": {"path": "db"}}}}}',
        encoding="utf-8",
    )
    assert state_of("MorphologyDB").lacks == "data"
    assert state_of("NamedEntityRecognition").lacks == "catalogue"
    (tmp_path / "data" / "db").mkdir(parents=True)
    (tmp_path / "data" / "db" / "morphology.db").write_text("1234", encoding="utf-8")
    assert (state_of("MorphologyDB").lacks, state_of("MorphologyDB").byte_count) == ("", 4)


class Morphology(CamelProcess):
    """Answers of a morphology, one of them spelling out what is not printed; counts words asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def proclitics(self, words: Sequence[str]) -> list[str | None]:
        self.asked += len(words)
        answers = {"لندن": "ل", "وزير": "", "كذا": "ب"}
        return [answers.get(word) for word in words]


def test_analyses_that_do_not_fit_the_print_tell_nothing_and_words_are_asked_once() -> None:
    morphology = Morphology()
    segmenter = CamelSegmenter(morphology)
    assert segmenter.proclitics("وزير لندن كذا غيره وزير") == {"وزير": "", "لندن": "ل"}
    assert segmenter.proclitics("وزير غيره") == {"وزير": ""}
    assert morphology.asked == 4
