"""`annotator keys`: the keys of the screen, as they are bound here, to read, print or check."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption

HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write one page to print.")
]
SchemaOption = Annotated[
    str, typer.Option("--schema", help="The label schema whose letters are shown.")
]
CheckOption = Annotated[
    bool, typer.Option("--check", help="Say what is wrong with your key map; exit code 4 if so.")
]


def keys_command(
    project: ProjectOption,
    *,
    schema: SchemaOption = "siyasa",
    html: HtmlOption = None,
    check: CheckOption = False,
    json: JsonOption = False,
) -> None:
    """Show every key with the identifier that a key map names it by.

    A key map is a TOML file, keys.toml in the folder of the settings, and beside a project the file
    with its name and the ending .keys.toml: "annotate.decide.accept" = "space,alt+a".
    """
    from annotator.services.schemas import load_schema
    from annotator.tui.key_catalogue import bound_keys
    from annotator.tui.key_sheet import key_sheet
    from annotator.tui.user_keys import key_map_files, load_key_map, problems, rebound

    loaded = load_schema(schema)
    known = bound_keys(loaded)
    chosen = load_key_map(key_map_files(project))
    found = list(problems(chosen, known))
    if check:
        if json:
            output.emit_json({"problems": found})
        else:
            for line in found or ["no problems"]:
                output.emit(line)
        if found:
            raise typer.Exit(ExitCode.INVALID_DATA)
        return
    here = rebound(chosen, known)
    if html is not None:
        html.write_text(key_sheet(loaded, here), encoding="utf-8")
        output.emit(str(html))
    elif json:
        output.emit_json([{"id": b.id, "keys": list(b.keys), "does": b.does} for b in here])
    else:
        output.table(["key", "does", "identifier"], [(b.written, b.does, b.id) for b in here])
