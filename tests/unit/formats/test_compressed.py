"""Compressed files: members are streams, never files, and a bomb is refused before it explodes."""

import gzip
import stat
import zipfile
from pathlib import Path

import pytest

from annotator.errors import InvalidDataError, NotFoundError
from annotator.formats import compressed
from annotator.formats.compressed import container_of, members
from annotator.formats.opening import opened


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def content(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def test_members_are_read_by_a_path_that_leads_into_the_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"b.txt": "ب".encode(), "x/a.txt": "أ".encode()})
    assert members(path) == [path / "b.txt", path / "x" / "a.txt"]
    assert [content(member).decode() for member in members(path)] == ["ب", "أ"]
    assert container_of(path / "b.txt") == path
    assert container_of(path) is None


def test_a_gzip_file_has_one_member_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}\n"))
    assert members(path) == [path / "n.jsonl"]
    assert content(path / "n.jsonl") == b"{}\n"


def test_names_that_climb_out_stay_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = zipped(tmp_path / "in" / "a.zip", {"../evil.txt": b"1", "/abs.txt": b"2"})
    assert [content(member) for member in members(path)] == [b"1", b"2"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_links_folders_and_hidden_files_are_no_members(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.mkdir("folder")
        archive.writestr("__MACOSX/a.txt", b"x")
        archive.writestr(".hidden.txt", b"x")
    assert members(path) == []


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"b.txt": bytes(3_000_000)})
    with pytest.raises(InvalidDataError, match="zip bomb"):
        members(path)


def test_a_gzip_bomb_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "b.txt.gz"
    path.write_bytes(gzip.compress(bytes(30_000_000)))
    with opened(path / "b.txt") as stream:
        assert stream.read(1000) == bytes(1000)
        with pytest.raises(InvalidDataError, match="zip bomb"):
            stream.read()


def test_too_many_members_and_too_many_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"12345", "b.txt": b"12345"})
    monkeypatch.setattr(compressed, "MAX_MEMBERS", 1)
    with pytest.raises(InvalidDataError, match="more than 1 files"):
        members(path)
    monkeypatch.setattr(compressed, "MAX_MEMBERS", 2)
    monkeypatch.setattr(compressed, "MAX_BYTES", 9)
    with pytest.raises(InvalidDataError, match="more than 9 bytes"):
        members(path)


def test_damage_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    broken = tmp_path / "a.zip"
    broken.write_bytes(b"PK no")
    with pytest.raises(InvalidDataError, match=r"a\.zip is damaged"):
        members(broken)
    short = tmp_path / "b.txt.gz"
    short.write_bytes(gzip.compress(b"12345" * 100)[:-9])
    with pytest.raises(InvalidDataError, match=r"b\.txt\.gz is damaged"):
        content(short / "b.txt")
    plain = tmp_path / "c.txt.gz"
    plain.write_bytes(b"not packed")
    with pytest.raises(InvalidDataError, match=r"c\.txt\.gz is damaged"):
        content(plain / "c.txt")


def test_a_member_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"1"})
    with pytest.raises(NotFoundError, match=r"b\.txt"):
        content(path / "b.txt")
