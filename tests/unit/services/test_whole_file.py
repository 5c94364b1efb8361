"""A file is written whole or not at all."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, TryAgainError, UsageError
from annotator.services.whole_file import WrittenFile, write_whole

SURPRISE = "the export fails half-way"


def half() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt(SURPRISE)


def test_the_file_holds_the_pieces_as_utf8_and_the_report_says_so(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.txt"
    written = write_whole(path, ["سلام\r\n", "", "b"])
    content = "سلام\r\nb".encode()
    assert path.read_bytes() == content
    assert written == WrittenFile(path, len(content), hashlib.sha256(content).hexdigest())
    assert [each.name for each in path.parent.iterdir()] == ["a.txt"]


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(UsageError, match="exists; replace it with --force"):
        write_whole(path, ["new"])
    assert path.read_text() == "old"
    write_whole(path, ["new"], force=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_is_never_written_to(tmp_path: Path, *, there: bool) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if there:
        target.write_text("old")
    link.symlink_to(target)
    with pytest.raises(UsageError, match="is a symbolic link"):
        write_whole(link, ["new"], force=True)
    assert link.is_symlink()
    assert target.exists() == there


def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt, match=SURPRISE):
        write_whole(path, half(), force=True)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_the_bytes_are_on_the_disk_before_they_take_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, move = os.fsync, Path.replace

    def noted_sync(descriptor: int) -> None:
        steps.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync file")
        sync(descriptor)

    def noted_move(self: Path, target: Path) -> Path:
        steps.append("move")
        return move(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_move)
    write_whole(tmp_path / "a.txt", ["a"])
    assert steps == ["sync file", "move", "sync folder"]


def test_a_full_disk_means_try_again_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TryAgainError, match="No space left on device; nothing was changed"):
        write_whole(tmp_path / "a.txt", ["a"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AnnotatorError, match=r"cannot write .*a\.txt") as raised:
        write_whole(tmp_path / "file" / "a.txt", ["a"])
    assert raised.value.exit_code == 1
