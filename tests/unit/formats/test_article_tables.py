"""Articles in tables and JSON lines: fields are found or named, and what is wrong has its line."""

import json
from pathlib import Path

import pytest

from annotator.errors import InvalidDataError, UsageError
from annotator.formats.article_fields import iso_date
from annotator.formats.news_jsonl import ArticlesImporter
from annotator.formats.table import TableImporter
from annotator.model.document import Document
from annotator.model.record import Record, Refusal
from annotator.protocols import Importer, ImportOptions

SMALL = ImportOptions(max_characters=1000)


def pieces(
    path: Path, content: str | bytes, options: ImportOptions = SMALL
) -> list[Document | Refusal]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reader: Importer = TableImporter() if path.suffix in {".csv", ".tsv"} else ArticlesImporter()
    assert reader.accepts(path)
    return [
        piece.document if isinstance(piece, Record) else piece
        for piece in reader.read(path, options)
    ]


def reasons(found: list[Document | Refusal]) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.where.rpartition("/")[2], f.reasons) for f in found if isinstance(f, Refusal)]


def documents(found: list[Document | Refusal]) -> list[Document]:
    return [piece for piece in found if isinstance(piece, Document)]


def test_usual_names_of_columns_are_known(tmp_path: Path) -> None:
    [made] = documents(
        pieces(tmp_path / "a.csv", "ID,Title,Body,Date\n7,عنوان,نص الخبر,2024-03-09T10:00Z\n")
    )
    assert (made.id, made.text) == ("7", "نص الخبر")
    assert made.meta == {"title": "عنوان", "published": "2024-03-09"}


def test_columns_are_named_and_several_make_one_text(tmp_path: Path) -> None:
    options = ImportOptions(fields={"text": "head+story", "section": "part"})
    [made] = documents(pieces(tmp_path / "a.csv", "head,story,part\nعنوان,نص,رأي\n", options))
    assert made.text == "عنوان\n\nنص"
    assert made.id == "a-1"
    assert made.meta == {"section": "رأي"}


def test_a_formula_is_text_and_comes_exactly_as_it_is(tmp_path: Path) -> None:
    content = 'text\n"=HYPERLINK(""http://x"",""انقر"")"\n+1+1|cmd\n'
    texts = [made.text for made in documents(pieces(tmp_path / "a.csv", content))]
    assert texts == ['=HYPERLINK("http://x","انقر")', "+1+1|cmd"]


def test_a_semicolon_may_part_fields_and_a_quoted_one_hold_lines(tmp_path: Path) -> None:
    [made] = documents(pieces(tmp_path / "a.csv", 'text;title\r\n"سطر\r\nسطر";ع\r\n'))
    assert made.text == "سطر\r\nسطر"


def test_quotation_marks_of_a_tsv_file_are_text(tmp_path: Path) -> None:
    [made] = documents(pieces(tmp_path / "a.tsv", 'text\ttitle\n"المدى": قال\t"ع"\n'))
    assert made.text == '"المدى": قال'


def test_a_row_with_too_few_fields_is_refused_with_its_line(tmp_path: Path) -> None:
    found = pieces(tmp_path / "a.csv", 'text,title\n"أ\nب",ع\nج\nد,ع\n')
    assert reasons(found) == [("a.csv line 4", ("it has 1 fields, the first row names 2",))]
    assert [made.text for made in documents(found)] == ["أ\nب", "د"]


def test_a_broken_quotation_ends_the_table_with_its_line(tmp_path: Path) -> None:
    [(where, [reason])] = reasons(pieces(tmp_path / "a.csv", 'text,title\nأ,ع\n"ب"ج,ع\n'))
    assert where == "a.csv line 3"
    assert "nothing behind it was read" in reason


def test_a_quotation_that_never_ends_is_not_read_into_memory(tmp_path: Path) -> None:
    content = 'text,title\n"أ,ع\n' + "سطر,ع\n" * 2000
    [(where, [reason])] = reasons(pieces(tmp_path / "a.csv", content))
    assert where == "a.csv line 2"
    assert "quotation mark" in reason


def test_a_table_in_windows_arabic_is_named_with_its_line(tmp_path: Path) -> None:
    content = "text,title\nنص,ع\n".encode("cp1256")
    [(where, [reason])] = reasons(pieces(tmp_path / "a.csv", content))
    assert where == "a.csv line 2"
    assert reason.startswith("not UTF-8; it reads as Windows Arabic, try --encoding cp1256")
    [made] = documents(pieces(tmp_path / "a.csv", content, ImportOptions(encoding="cp1256")))
    assert made.text == "نص"


def test_a_table_in_utf16_is_read_when_asked_for(tmp_path: Path) -> None:
    content = "text\tx\nنص\tع\n".encode("utf-16")
    [made] = documents(pieces(tmp_path / "a.tsv", content, ImportOptions(encoding="utf-16")))
    assert made.text == "نص"


@pytest.mark.parametrize("content", ["", "\n"])
def test_a_table_without_names_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError, match="names the columns"):
        pieces(tmp_path / "a.csv", content)


def test_a_table_that_does_not_say_which_column_is_the_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--map text=NAME, it has: x, y"):
        pieces(tmp_path / "a.csv", "x,y\n1,2\n")
    with pytest.raises(UsageError, match="no field 'z'"):
        pieces(tmp_path / "a.csv", "x,y\n1,2\n", ImportOptions(fields={"text": "z"}))


def line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def test_json_lines_are_articles_whatever_else_they_hold(tmp_path: Path) -> None:
    content = line(headline="ع", body="نص", tags=["a"], views=3, link=None) + "\n"
    [made] = documents(pieces(tmp_path / "n.jsonl", content))
    assert (made.id, made.text, made.meta) == ("n-1", "نص", {"title": "ع"})


def test_paragraphs_in_a_list_become_one_text(tmp_path: Path) -> None:
    [made] = documents(pieces(tmp_path / "n.jsonl", line(text=["أ", "ب"])))
    assert made.text == "أ\nب"


def test_a_file_of_annotated_documents_is_left_to_the_interchange_format(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    for content in (line(doc_id="a", text="ن", entities=[], events=[]), "{", "[]", "", "[" * 9999):
        path.write_text(content, encoding="utf-8")
        assert not ArticlesImporter().accepts(path)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 5000, "too many brackets"),
        (line(text="  "), "holds no text"),
        (line(text="أ\0"), "NUL"),
        ('{"text": "\\ud800"}', "half a character"),
        (line(text="x" * 1001), "longer than 1,000 characters"),
        (line(title="x"), "--map text"),
        (line(text="x" * 200_000), "longer than 6,000 characters"),
    ],
    ids=lambda value: value[:20].strip(),
)
def test_what_is_wrong_with_a_line_is_said_and_the_next_is_read(
    wrong: str, reason: str, tmp_path: Path
) -> None:
    options = ImportOptions(max_characters=1000)
    content = line(text="أ") + wrong.strip() + "\n" + line(text="ب")
    found = pieces(tmp_path / "n.jsonl", content, options)
    [(where, [told])] = reasons(found)
    assert where == "n.jsonl line 2"
    assert reason in told
    assert [made.text for made in documents(found)] == ["أ", "ب"]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-03-09", "2024-03-09"),
        ("2024/3/9 10:20", "2024-03-09"),
        ("٢٠٢٤-٠٣-٠٩", "2024-03-09"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("06/12/2024", None),
        ("06/06/2024", "2024-06-06"),
        ("Sat, 09 Mar 2024 10:00:00 GMT", "2024-03-09"),
        ("2024-02-31", None),
        ("أمس", None),
    ],
)
def test_a_date_is_taken_where_it_is_sure(given: str, day: str | None) -> None:
    assert iso_date(given) == day


def test_a_date_that_is_not_sure_is_kept_as_it_came(tmp_path: Path) -> None:
    [made] = documents(pieces(tmp_path / "a.csv", "text,date\nن,06/12/2024\n"))
    assert made.meta == {"published_as_given": "06/12/2024"}
