"""`annotator models`: what suggestions rest on, whether it works, and how to get the rest."""

from typing import Annotated

import typer

from annotator.cli import output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption


def models_command(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Start what is optional, too; this takes a minute.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """List the models and tables behind suggestions, their sizes, and how to get what is missing.

    Nothing is downloaded. With --check the exit code is 4 if something installed does not work.
    """
    from annotator.services.models import list_models

    models = list_models(check=check)
    if json:
        output.emit_json(models)
    else:
        output.table(
            ["model", "from", "state", "kB", "what"],
            [(m.name, m.origin, m.state, m.byte_count // 1000, m.what) for m in models],
        )
        for model in models:
            if model.get:
                output.emit(f"get {model.name} with: {model.get}")
    if any(model.state == "broken" for model in models):
        raise typer.Exit(ExitCode.INVALID_DATA)
