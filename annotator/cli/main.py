"""The `annotator` command line: its commands, and how each of them can end."""

import sqlite3
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer
from typer.exceptions import Abort, TyperException
from typer.main import get_command

from annotator.cli import diagnostics, output
from annotator.cli.commands import document, schema
from annotator.cli.commands.agreement import agreement_command
from annotator.cli.commands.annotate import annotate_command
from annotator.cli.commands.check import check_command
from annotator.cli.commands.demo import demo_command
from annotator.cli.commands.doctor import doctor_command
from annotator.cli.commands.evaluate import evaluate_command
from annotator.cli.commands.export import export_command
from annotator.cli.commands.fsck import fsck_command
from annotator.cli.commands.import_ import import_command
from annotator.cli.commands.init import init_command
from annotator.cli.commands.keys import keys_command
from annotator.cli.commands.models import models_command
from annotator.cli.commands.queue import queue_command
from annotator.cli.commands.report import report_command
from annotator.cli.commands.reset_terminal import reset_terminal_command
from annotator.cli.commands.search import search_command
from annotator.cli.commands.status import status_command
from annotator.cli.commands.suggest import suggest_command
from annotator.cli.commands.train import train_command
from annotator.cli.commands.tutorial import tutorial_command
from annotator.cli.commands.version import version_command
from annotator.cli.diagnostics import ExitCode
from annotator.errors import AnnotatorError

DEFAULT_COMMAND = "annotate"
"""What `annotator` alone does."""
_OPTIONS_OF_DEFAULT = frozenset({"--project", "--as"})
"""`annotator --project FILE` is `annotator annotate --project FILE`."""

# Plain help: Rich would double the time to the first line, for `--help` and for every mistake.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def annotator(
    *,
    debug: Annotated[
        bool,
        typer.Option("--debug", envvar="ANNOTATOR_DEBUG", help="Show where a defect happened."),
    ] = False,
) -> None:
    """Annotate Arabic news: entities, events and relations, from text to training data.

    Without a command it opens the project to annotate.
    """
    if debug:
        sys.excepthook = sys.__excepthook__


# Listed by --help in this order: the road from a text to data, then care.
app.command("demo")(demo_command)
app.command("tutorial")(tutorial_command)
app.command("init")(init_command)
app.command("import")(import_command)
app.command("annotate")(annotate_command)
app.command("status")(status_command)
app.command("suggest")(suggest_command)
app.command("train")(train_command)
app.command("evaluate")(evaluate_command)
app.command("queue")(queue_command)
app.command("models")(models_command)
app.command("search")(search_command)
app.add_typer(document.app, name="document")
app.command("check")(check_command)
app.command("agreement")(agreement_command)
app.command("report")(report_command)
app.command("export")(export_command)
app.add_typer(schema.app, name="schema")
app.command("keys")(keys_command)
app.command("fsck")(fsck_command)
app.command("doctor")(doctor_command)
app.command("reset-terminal")(reset_terminal_command)
app.command("version")(version_command)


def main() -> NoReturn:
    """Run the command line of this process and end it with the command's exit code."""
    sys.excepthook = diagnostics.report_defect
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Arabic comes out whole under any locale; half a character in a file name does no harm.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command line; every failure a person can cause is told in one line on stderr.

    Returns:
        The exit code. What nobody foresaw is raised.
    """
    try:
        result = get_command(app).main(
            with_default(arguments), prog_name="annotator", standalone_mode=False
        )
        sys.stdout.flush()
    except AnnotatorError as error:
        diagnostics.failure(str(error))
        return error.exit_code
    except TyperException as error:
        diagnostics.failure(_usage(error))
        return error.exit_code
    except Abort:
        diagnostics.failure("stopped at a question that nobody answered with yes")
        return ExitCode.FAILED
    except (sqlite3.DatabaseError, OSError, KeyboardInterrupt) as error:
        return _outside(error)
    return result if isinstance(result, int) else ExitCode.DONE


def _outside(error: sqlite3.DatabaseError | OSError | KeyboardInterrupt) -> ExitCode:
    """Say what the world around the program did to it; the exit code for that."""
    match error:
        case KeyboardInterrupt():
            return ExitCode.INTERRUPTED
        case BrokenPipeError():
            output.discard_the_rest()
        case OSError():
            what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            diagnostics.failure(f"{what}; check the name and your rights there")
        case _:
            diagnostics.failure(f"the project file is damaged ({error}); restore it from a backup")
            return ExitCode.INVALID_DATA
    return ExitCode.FAILED


def with_default(arguments: Sequence[str]) -> list[str]:
    """The arguments; before options alone, and where there are none, the default command."""
    starts_with_own = not arguments or arguments[0].split("=")[0] in _OPTIONS_OF_DEFAULT
    return [DEFAULT_COMMAND, *arguments] if starts_with_own else list(arguments)


def _usage(error: TyperException) -> str:
    """What was wrong with the command line, and where to read how it is right."""
    # Typer keeps the class of these errors private, and with it the type of this attribute.
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "annotator"
    return f"{error.format_message()} See: {command} --help"
