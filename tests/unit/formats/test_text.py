"""Text files: what is good comes in unchanged, what is not is refused with its lines."""

from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, NotFoundError, UsageError
from annotator.formats.text import TextImporter
from annotator.model.document import Document
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

ARABIC = "زار وليد بيروت.\r\nوقال\u2028إنّ اللقاء مفيد.\n"


def found(folder: Path, content: bytes, options: ImportOptions) -> Record | Refusal:
    path = folder / "مقال 1.txt"
    path.write_bytes(content)
    [piece] = TextImporter().read(path, options)
    return piece


def document(folder: Path, content: bytes, options: ImportOptions | None = None) -> Document:
    piece = found(folder, content, options or ImportOptions())
    assert isinstance(piece, Record), piece
    assert piece.layer.name == ""
    return piece.document


def reasons(folder: Path, content: bytes, options: ImportOptions | None = None) -> tuple[str, ...]:
    piece = found(folder, content, options or ImportOptions())
    assert isinstance(piece, Refusal)
    assert piece.where.endswith("مقال 1.txt")
    return piece.reasons


def test_a_text_comes_exactly_as_it_is_and_is_named_after_its_file(tmp_path: Path) -> None:
    made = document(tmp_path, ARABIC.encode())
    assert (made.id, made.text, made.meta) == ("مقال 1", ARABIC, {})


def test_a_byte_order_mark_is_dropped_and_noted(tmp_path: Path) -> None:
    made = document(tmp_path, b"\xef\xbb\xbf" + ARABIC.encode())
    assert made.text == ARABIC
    assert made.meta == {"byte_order_mark": "dropped"}


def test_windows_arabic_is_proposed_and_read_when_asked_for(tmp_path: Path) -> None:
    content = "زار وليد بيروت\nvisit\nوقال إن اللقاء مفيد".encode("cp1256")
    assert reasons(tmp_path, content) == (
        "lines 1, 3: not UTF-8; it reads as Windows Arabic, try --encoding cp1256",
    )
    made = document(tmp_path, content, ImportOptions(encoding="windows-1256"))
    assert made.text.startswith("زار وليد")
    assert made.meta == {"encoding": "cp1256"}


def test_utf16_is_proposed_and_read_when_asked_for(tmp_path: Path) -> None:
    content = ARABIC.encode("utf-16")
    assert "try --encoding utf-16" in reasons(tmp_path, content)[0]
    assert document(tmp_path, content, ImportOptions(encoding="utf-16")).text == ARABIC


def test_damaged_utf8_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    content = "سطر\nسطر آخر طويل\n".encode() + b"\xcf\xe6"
    assert reasons(tmp_path, content) == (
        "line 3: not UTF-8; the file is damaged there; repair it",
    )


def test_bytes_of_no_known_encoding_get_no_false_proposal(tmp_path: Path) -> None:
    assert reasons(tmp_path, "déjà vu".encode("latin-1")) == (
        "line 1: not UTF-8; name its encoding with --encoding",
    )


def test_many_wrong_lines_are_counted(tmp_path: Path) -> None:
    assert reasons(tmp_path, b"\0\n" * 7) == (
        "lines 1, 2, 3, 4, 5 and 2 more: NUL; remove the character",
    )


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    content = b"one\ntwo \xed\xa0\xbd\n\0"
    assert reasons(tmp_path, content) == (
        "line 3: NUL; remove the character",
        "line 2: half a character (a lone surrogate); remove it",
    )


def test_a_wrong_encoding_asked_for_is_told_apart_from_a_wrong_file(tmp_path: Path) -> None:
    assert reasons(tmp_path, "a\nسلام".encode(), ImportOptions(encoding="ascii")) == (
        "line 2: not ascii; name another encoding with --encoding",
    )
    for name in ("klingon", "base64", "a\0"):
        with pytest.raises(UsageError, match="there is no text encoding"):
            found(tmp_path, b"a", ImportOptions(encoding=name))


@pytest.mark.parametrize("content", [b"abcdef", b"a" * 100, "سلامسلام".encode()])
def test_a_text_longer_than_the_limit_is_refused(tmp_path: Path, content: bytes) -> None:
    [reason] = reasons(tmp_path, content, ImportOptions(max_characters=5))
    assert reason == "it is longer than 5 characters; split it into several files"


def test_a_text_of_just_the_limit_is_read(tmp_path: Path) -> None:
    assert document(tmp_path, "سلامم".encode(), ImportOptions(max_characters=5)).text == "سلامم"


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf"])
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert reasons(tmp_path, content) == ("it holds no text; leave it out",)


def test_a_name_that_is_no_unicode_is_refused(tmp_path: Path) -> None:
    [piece] = TextImporter().read(tmp_path / "a\udcff.txt", ImportOptions())
    assert isinstance(piece, Refusal)
    assert piece.reasons == ("the file's name is not UTF-8; rename it",)


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there is no file"):
        list(TextImporter().read(tmp_path / "b.txt", ImportOptions()))
    with pytest.raises(AnnotatorError, match="cannot read"):
        list(TextImporter().read(tmp_path, ImportOptions()))


def test_the_name_tells_the_format() -> None:
    assert TextImporter().accepts(Path("a.TXT"))
    assert not TextImporter().accepts(Path("a.jsonl"))
