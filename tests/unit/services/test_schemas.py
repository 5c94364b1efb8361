"""Label schemas are found by name or path, and those that ship are sound."""

from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.label_schema import Fillers
from annotator.model.schema_problems import SchemaError
from annotator.services.schemas import (
    check_schema,
    find_schema,
    known_schemas,
    load_schema,
    schema_names,
)

OWN = """\
name: own
version: 2
language: ar
entities:
  PER: {key: p, ar: شخص, en: person, color: "#ffffff", map: {siyasa: PER}}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", schema_names())
def test_what_ships_is_sound_and_named_like_its_file(name: str) -> None:
    assert check_schema(name).problems == ()
    assert load_schema(name).name == name


def test_the_default_schema_is_all_there() -> None:
    siyasa = load_schema("siyasa")
    assert (len(siyasa.entities), len(siyasa.events), len(siyasa.roles)) == (17, 22, 13)
    assert siyasa.fillers("JOIN", "Org") == Fillers(frozenset({"ORG"}), False)
    assert siyasa.event_roles("JOIN") == ("Agent", "Org", "Place", "Time")
    assert siyasa.default_attribute("GRP", "level") == "NOM"
    assert siyasa.attribute_value("MEET", "tense", {"modality": "hypothetical"}) == "unspecified"


def test_the_list_says_what_each_holds_and_where_it_lies() -> None:
    summaries = {summary.name: summary for summary in known_schemas()}
    assert list(summaries) == sorted(summaries)
    siyasa = summaries["siyasa"]
    assert (siyasa.entity_type_count, siyasa.event_type_count) == (17, 22)
    assert Path(siyasa.path).name == "siyasa.yaml"
    assert siyasa.sha256 == load_schema(siyasa.path).sha256


def test_a_path_loads_anybodys_own_file(own: Path) -> None:
    assert (load_schema(str(own)).name, load_schema(str(own)).version) == ("own", 2)
    assert find_schema(str(own)).content == OWN.encode()


def test_a_shipped_name_goes_before_a_file_of_that_name(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.rename(own.with_name("siyasa"))
    monkeypatch.chdir(own.parent)
    assert load_schema("siyasa").name == "siyasa"
    assert load_schema("./siyasa").name == "own"


def test_a_schema_is_parsed_once_until_its_file_changes(own: Path) -> None:
    first = load_schema(str(own))
    assert load_schema(str(own)) is first
    own.write_text(OWN.replace("version: 2", "version: 3"), encoding="utf-8")
    assert load_schema(str(own)).version == 3


@pytest.mark.parametrize("name", ["nix", "../siyasa", "nowhere/x.yaml"])
def test_what_does_not_exist_is_not_found_and_the_known_are_named(name: str) -> None:
    with pytest.raises(NotFoundError, match=f"no label schema {name}; known: .*siyasa"):
        load_schema(name)


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match=r"cannot read .*; give the path of a YAML file"):
        load_schema(str(tmp_path))


def test_a_wrong_file_is_named_with_its_line(own: Path) -> None:
    own.write_text(OWN.replace("#ffffff", "white"), encoding="utf-8")
    with pytest.raises(SchemaError, match=r"own\.yaml line 5: color of entities\.PER is"):
        load_schema(str(own))


def test_a_file_without_end_is_read_to_the_cap_only() -> None:
    with pytest.raises(SchemaError, match="larger than 1,000,000 bytes"):
        load_schema("/dev/zero")


def test_a_check_lists_every_problem(own: Path) -> None:
    own.write_text(OWN.replace("key: p", "key: q").replace("PER:", "P R:"), encoding="utf-8")
    check = check_schema(str(own))
    assert check.source == str(own)
    assert [problem.line for problem in check.problems] == [5, 5]


def test_a_check_follows_the_map_to_shipped_label_schemas(own: Path) -> None:
    own.write_text(OWN.replace("siyasa: PER", "siyasa: PERSON"), encoding="utf-8")
    (problem,) = check_schema(str(own)).problems
    assert problem.told_of("own.yaml") == (
        'own.yaml line 5: unknown type of siyasa "PERSON"; did you mean PER?'
    )
    assert load_schema(str(own)).entities["PER"].map == {"siyasa": "PERSON"}
