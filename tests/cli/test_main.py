"""How a command line ends: what is said, where, and with which exit code."""

import json
import os
import subprocess
import sys

import pytest
import typer

from annotator import __version__
from annotator.cli import main
from annotator.cli.diagnostics import ExitCode
from annotator.errors import AnnotatorError, NotFoundError


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A command line whose only other command ends as the test says."""
    monkeypatch.setattr(main, "app", typer.Typer(rich_markup_mode=None))
    main.app.callback()(main.annotator)
    return monkeypatch


def raises(error: BaseException) -> None:
    """Register a command `end` that ends with `error`."""

    @main.app.command("end")
    def end() -> None:
        """End."""
        raise error


def test_help_is_data_and_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--help"]) == ExitCode.DONE
    said = capsys.readouterr()
    assert "version" in said.out
    assert said.err == ""


def test_no_arguments_mean_annotate() -> None:
    assert main.with_default([]) == ["annotate"]
    assert main.with_default(["version", "--json"]) == ["version", "--json"]


@pytest.mark.parametrize(
    "arguments", [["versoin"], ["version", "--jsn"], ["version", "x"], ["--nonsense"]]
)
def test_a_wrong_command_line_is_told_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run(arguments) == ExitCode.WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("annotator: ")
    assert said.err.endswith("--help\n")
    assert said.err.count("\n") == 1


@pytest.mark.usefixtures("ending")
def test_a_failure_is_one_line_and_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    raises(NotFoundError("no project at gold.db;\nmake one with: annotator init"))
    assert main.run(["end"]) == ExitCode.NOT_FOUND
    said = capsys.readouterr()
    assert said.err == "annotator: no project at gold.db; make one with: annotator init\n"
    assert said.out == ""


@pytest.mark.usefixtures("ending")
def test_a_command_chooses_its_exit_code() -> None:
    raises(typer.Exit(ExitCode.INVALID_DATA))
    assert main.run(["end"]) == ExitCode.INVALID_DATA


@pytest.mark.usefixtures("ending")
def test_ctrl_c_ends_as_shells_expect(capsys: pytest.CaptureFixture[str]) -> None:
    raises(KeyboardInterrupt())
    assert main.run(["end"]) == ExitCode.INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.usefixtures("ending")
def test_a_question_answered_with_no_is_a_failure_that_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    raises(typer.Abort())
    assert main.run(["end"]) == ExitCode.FAILED
    assert capsys.readouterr().err.startswith("annotator: stopped")


@pytest.mark.usefixtures("ending")
def test_what_nobody_foresaw_is_raised() -> None:
    raises(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        main.run(["end"])


def test_every_kind_of_failure_has_an_exit_code_of_the_contract() -> None:
    kinds: list[type[AnnotatorError]] = [AnnotatorError, *AnnotatorError.__subclasses__()]
    assert {kind.exit_code for kind in kinds} <= set(ExitCode)


def in_a_process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` as the program, its standard streams in an encoding that has no Arabic."""
    return subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
    )


DEFECT = """
from annotator.cli import main
@main.app.command("end")
def end() -> None:
    raise ZeroDivisionError("\\u0635\\u0641\\u0631")
main.main()
"""


def test_a_defect_is_one_sentence_without_a_traceback() -> None:
    ended = in_a_process(DEFECT, "end")
    assert ended.returncode == ExitCode.FAILED
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "ZeroDivisionError: صفر" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_defect_shows_where_it_happened_on_demand() -> None:
    ended = in_a_process(DEFECT, "--debug", "end")
    assert ended.returncode == ExitCode.FAILED
    assert "Traceback" in ended.stderr


@pytest.mark.parametrize("rows", [1, 100_000])
def test_a_reader_that_has_seen_enough_is_no_error(rows: int) -> None:
    code = f"""
from annotator.cli import main, output
@main.app.command("end")
def end() -> None:
    output.table(["n"], [[number] for number in range({rows})])
main.main()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, "end"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # so that one line leaves only at the end
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == ExitCode.FAILED


def test_version_answers_with_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["version", "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["annotator"] == __version__
