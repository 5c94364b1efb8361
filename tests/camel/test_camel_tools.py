"""camel-tools really loads a model and a database, in the child process, and answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import SuggesterError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Memory
from annotator.services.models import list_models
from annotator.services.schemas import load_schema
from annotator.services.suggesting import Beside, suggest_document
from annotator.suggesters.camel_entities import CamelEntitySuggester
from annotator.suggesters.camel_process import CamelProcess
from annotator.suggesters.camel_segmenter import CamelSegmenter
from tests.camel.tiny_data import LABELS, make_catalogue, make_entity_model, make_morphology

pytestmark = pytest.mark.camel

TEXT = "قال الرئيس في بغداد. " * 40 + "x" * 90 + " \u200d وصل"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("camel")
    make_catalogue(made)
    make_entity_model(made)
    make_morphology(made)
    return made


@pytest.fixture
def process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CamelProcess]:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder))
    started = CamelProcess()
    yield started
    started.close()


def test_every_word_gets_a_label_and_a_probability(process: CamelProcess) -> None:
    sentences = [["قال", "الرئيس", "x" * 90, "", "بغداد"], ["و"] * 600, []]
    found = process.entities(sentences)
    assert [len(words) for words in found] == [5, 600, 0]
    assert found[0][2] == found[0][3] == ("O", 1.0)
    assert {label for label, _ in found[0]} <= set(LABELS)
    assert all(1 / len(LABELS) <= score <= 1 for sentence in found for _, score in sentence)
    assert process.entities(sentences) == found


def test_its_entities_are_suggested_for_a_document(process: CamelProcess) -> None:
    failures: dict[str, str] = {}
    found = suggest_document(
        Document("d", TEXT), load_schema("anercorp"), Memory(), Annotations(),
        [CamelEntitySuggester(process)], beside=Beside(failures=failures),
    )  # fmt: skip
    assert failures == {}
    assert all(isinstance(s, SuggestedMention) and str(s.why).startswith("camel") for s in found)


def test_the_likelier_reading_tells_the_proclitics(process: CamelProcess) -> None:
    assert process.proclitics(["لبنان", "ولبنان", "بغداد"]) == ["", "و", None]
    assert CamelSegmenter(process).proclitics("زار لبنان ولبنان") == {"لبنان": "", "ولبنان": "و"}


def test_the_check_says_that_both_work(process: CamelProcess) -> None:
    states = {m.name: m.state for m in list_models(check=True, process=process)}
    assert states["camel-entities"] == states["camel-morphology"] == "ready"


def test_a_damaged_model_is_told_and_breaks_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_catalogue(tmp_path)
    make_morphology(tmp_path)
    broken = tmp_path / "data" / "ner" / "tiny"
    broken.mkdir(parents=True)
    (broken / "config.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    process = CamelProcess()
    with pytest.raises(SuggesterError, match=r"camel-tools cannot work .*models --check"):
        process.entities([["قال"]])
    assert process.proclitics(["لبنان"]) == [""]
    [entities] = [m for m in list_models(check=True, process=process) if m.name == "camel-entities"]
    assert entities.state == "broken"
    process.close()


def test_without_a_catalogue_nothing_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    [entities] = [m for m in list_models(check=True) if m.name == "camel-entities"]
    assert entities.state == "missing"
    assert entities.get == "camel_data -i ner-arabert (with a network)"
    assert list(tmp_path.iterdir()) == []
