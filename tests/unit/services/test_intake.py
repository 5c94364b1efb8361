"""Articles on their way in: zones and metadata are found, counts are kept, files are chosen."""

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import InvalidDataError, NotFoundError, UsageError
from annotator.formats.text import TextImporter
from annotator.model.document import Document, Zone
from annotator.model.layer import Layer
from annotator.model.record import Record, Refusal
from annotator.model.span import Span
from annotator.protocols import ImportOptions
from annotator.services.import_report import FileReport, TextCounts, total_counts
from annotator.services.input_files import files_of_format, read_text, readable_files
from annotator.services.intake import with_found_metadata
from annotator.services.project import Project
from annotator.services.search_query import Query
from annotator.services.searching import search_project
from annotator.services.transfer_in import ImportChoices, import_file, import_files

ARTICLE = (
    " date 2024-03-09 استئناف المفاوضات\n\n"
    "أعلن الوزير في مؤتمر صحافي أن المفاوضات ستستأنف الأسبوع المقبل في العاصمة.\n"
)


class Reading:
    """An importer that reads what it was given, whatever the file."""

    name = "fixed"

    def __init__(self, *pieces: Record | Refusal | BaseException) -> None:
        self._pieces = pieces

    def accepts(self, path: Path) -> bool:
        return path.suffix == ".txt"

    def read(self, _path: Path, _options: ImportOptions) -> Iterator[Record | Refusal]:
        for piece in self._pieces:
            if isinstance(piece, BaseException):
                raise piece
            yield piece


def article(key: str, text: str) -> Record:
    return Record(Document(key, text), Layer("", "siyasa"))


def test_zones_title_and_date_are_found_in_a_text_that_came_without() -> None:
    made = with_found_metadata(Document("a", ARTICLE))
    assert [zone.kind for zone in made.zones] == ["dateline", "headline"]
    assert made.meta == {"title": "استئناف المفاوضات", "published": "2024-03-09"}
    assert made.text == ARTICLE


def test_what_came_with_a_text_stands() -> None:
    zones = (Zone(Span(0, 4), "caption"),)
    given = Document("a", ARTICLE, meta={"title": "ع", "published": "2020-01-01"}, zones=zones)
    assert with_found_metadata(given) == given


def test_an_interchange_record_keeps_having_no_zones(project: Project) -> None:
    import_file(project, Path("a"), Reading(Record(Document("n", ARTICLE), Layer("ana", "siyasa"))))
    assert project.document("n").zones == ()


def test_equal_texts_within_one_file_are_refused_naming_the_first(project: Project) -> None:
    pieces = Reading(article("a", "نص واحد"), article("b", "نص واحد"), article("a", "نص آخر"))
    report = import_file(project, Path("f"), pieces, ImportChoices(skip_invalid=True))
    assert report.added_documents == ["a"]
    assert ["document a" in r.reasons[0] for r in report.refusals] == [True, False]
    assert "annotator document replace a" in report.refusals[1].reasons[0]


def test_an_interrupted_file_leaves_nothing_behind(project: Project) -> None:
    many = [article(f"n{n}", f"كلمة نص{n}") for n in range(500)]
    with pytest.raises(KeyboardInterrupt):
        import_file(project, Path("f"), Reading(*many, KeyboardInterrupt()))
    assert [heading.id for heading in project.headings()] == ["d1", "d2"]
    assert list(search_project(project, Query("كلمة"))) == []
    report = import_file(project, Path("f"), Reading(*many))
    assert len(report.added_documents) == len(set(report.added_documents)) == 500


def test_progress_is_told_after_every_record(project: Project) -> None:
    told: list[int] = []
    pieces = Reading(article("a", "نص أول"), article("b", "نص ثان"))
    import_file(project, Path("f"), pieces, progress=told.append)
    assert told == [1, 2]


def test_one_unreadable_file_of_several_stops_no_other(project: Project) -> None:
    files = [
        (Path("a"), Reading(InvalidDataError("a is damaged"))),
        (Path("b"), Reading(article("b", "نص سليم"))),
    ]
    bad, good = import_files(project, files)
    assert (bad.imported, bad.refusals[0].reasons) == (False, ("a is damaged",))
    assert good.added_documents == ["b"]
    with pytest.raises(InvalidDataError):
        list(import_files(project, files[:1]))


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("ا\u202eب\u2066", "bidi_controls", 2),
        ("ا\u200fب\u200c", "invisibles", 2),
        ("ا\x1bب", "controls", 1),
        ("\ufefb\ufeb3", "presentation_forms", 2),
        ("نص Ø§Ù„Ù…Ø¯Ù‰", "misread_documents", 1),
        ("ط§ظ„ظ…ط¯", "misread_documents", 1),
        ("نص \ufffd", "misread_documents", 1),
        ("نص&nbsp;آخر", "entity_documents", 1),
    ],
)
def test_what_a_reader_may_not_see_is_counted(text: str, name: str, count: int) -> None:
    counts = TextCounts()
    counts.add(text)
    assert getattr(counts, name) == count
    assert len(counts.hints()) == 1


def test_plain_print_gives_no_hint() -> None:
    counts = TextCounts()
    counts.add("قال «الوَزير»: نعم؟ — لا… 50% & غيرها، طاء ظاء ٣\u00a0م")
    assert (counts.documents, counts.hints()) == (1, [])


def test_counts_of_files_add_up() -> None:
    reports = [FileReport("a"), FileReport("b")]
    for report in reports:
        report.counts.add("ا\u202e")
    total = total_counts(reports)
    assert (total.documents, total.characters, total.bidi_controls) == (2, 4, 2)


def test_folders_and_compressed_files_are_looked_into(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("نص ثان", encoding="utf-8")
    (tmp_path / "c.md").write_text("x", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/a.txt", "نص أول")
        archive.writestr("x/a.md", "x")
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress("نص ثالث".encode()))
    found = readable_files([tmp_path])
    assert [str(path.relative_to(tmp_path)) for path, _ in found] == [
        "a.zip/x/a.txt", "b.txt", "d.txt.gz/d.txt",
    ]  # fmt: skip
    pieces = [piece for path, reader in found for piece in reader.read(path, ImportOptions())]
    texts = [(p.document.id, p.document.text) for p in pieces if isinstance(p, Record)]
    assert texts == [("a", "نص أول"), ("b", "نص ثان"), ("d", "نص ثالث")]


def test_json_lines_are_told_apart_by_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"doc_id": "x", "entities": [], "events": []}\n')
    assert [reader.name for _, reader in readable_files([tmp_path])] == ["articles", "jsonl"]


def test_a_format_may_be_named_whatever_the_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    (tmp_path / "b.txt").write_text("x", encoding="utf-8")
    assert files_of_format([tmp_path / "a.md"], "text")[0][0].name == "a.md"
    assert [path.name for path, _ in files_of_format([tmp_path], "text")] == ["b.txt"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text("x")
    with pytest.raises(NotFoundError, match=r"nothing\.txt"):
        readable_files([tmp_path / "nothing.txt"], [Reading()])
    with pytest.raises(NotFoundError, match="can be read: fixed"):
        readable_files([tmp_path], [Reading()])
    with pytest.raises(UsageError, match=r"c\.md is in no known format"):
        readable_files([tmp_path / "c.md"], [Reading()])


def test_a_corrected_text_is_read_from_a_file_with_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("نص".encode("cp1256"))
    assert read_text(path, encoding="cp1256") == "نص"
    with pytest.raises(InvalidDataError, match="cp1256"):
        read_text(path)
    table = tmp_path / "a.csv"
    table.write_text("text\nأ\nب\n", encoding="utf-8")
    with pytest.raises(InvalidDataError, match="more than one"):
        read_text(table)
    assert TextImporter().accepts(path)
