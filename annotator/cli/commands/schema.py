"""`annotator schema`: the label schemas there are, what is in one, whether one is sound."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from annotator.cli import output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption

if TYPE_CHECKING:
    # Behind it stands pydantic, which `--help` does not wait for.
    from annotator.model.label_schema import LabelSchema

_Section: TypeAlias = tuple[Sequence[str], Sequence[Sequence[output.Cell]]]
"""The headings and rows of one table."""

SchemaArgument = Annotated[
    str, typer.Argument(metavar="SCHEMA", help="Name of a shipped label schema, or a file's path.")
]

app = typer.Typer(rich_markup_mode=None, help="List, show, check and add label schemas.")


@app.command("list")
def list_command(*, json: JsonOption = False) -> None:
    """List the label schemas that come with annotator."""
    from annotator.services.schemas import known_schemas

    schemas = known_schemas()
    if json:
        output.emit_json(schemas)
    else:
        headings = ["schema", "version", "entity types", "event types", "relations", "file"]
        output.table(
            headings,
            [
                (
                    schema.name,
                    schema.version,
                    schema.entity_type_count,
                    schema.event_type_count,
                    schema.relation_type_count,
                    schema.path,
                )
                for schema in schemas
            ],
        )


@app.command("show")
def show_command(schema: SchemaArgument, *, json: JsonOption = False) -> None:
    """Show the types, keys, names and definitions of a label schema."""
    from annotator.services.schemas import load_schema

    loaded = load_schema(schema)
    if json:
        output.emit_json(loaded.model_dump(mode="json", by_alias=True))
        return
    output.emit(f"{loaded.name}, version {loaded.version}, language {loaded.language}")
    for headings, rows in _sections(loaded):
        if rows:
            output.emit("")
            output.table(headings, rows)


@app.command("check")
def check_command(schema: SchemaArgument, *, json: JsonOption = False) -> None:
    """List every problem of a label schema; any is exit code 4."""
    from annotator.services.schemas import check_schema

    check = check_schema(schema)
    if json:
        output.emit_json(check)
    else:
        for problem in check.problems:
            output.emit(problem.told_of(check.source))
        if not check.problems:
            output.emit(f"{check.source}: no problems")
    if check.problems:
        raise typer.Exit(ExitCode.INVALID_DATA)


@app.command("add")
def add_command(
    schema: SchemaArgument, project: ProjectOption, *, json: JsonOption = False
) -> None:
    """Take a label schema up into a project, for layers that are to use it."""
    from annotator.services.project import Project
    from annotator.services.schemas import find_schema

    with Project.open(project) as opened:
        name = opened.add_schema(find_schema(schema)).name
        names = opened.schema_names()
    if json:
        output.emit_json({"added": name, "schemas": names})
    else:
        output.emit(f"{project} has the label schemas {', '.join(names)}")


def _sections(schema: "LabelSchema") -> list[_Section]:
    """A label schema in tables, empty ones included."""
    return [
        (
            ["key", "entity type", "Arabic", "English", "definition"],
            [(t.key, name, t.ar, t.en, t.definition) for name, t in schema.entities.items()],
        ),
        (
            ["key", "event type", "Arabic", "English", "triggers"],
            [(t.key, name, t.ar, t.en, t.trigger) for name, t in schema.events.items()],
        ),
        (
            ["event type", "roles"],
            [(name, " ".join(schema.event_roles(name))) for name in schema.events],
        ),
        (
            ["key", "role", "Arabic", "English"],
            [(role.key, name, role.ar, role.en) for name, role in schema.roles.items()],
        ),
        (
            ["key", "attribute", "default", "values"],
            [
                (a.key, name, a.default, " ".join(a.written(value) for value in a.choices))
                for attributes in (schema.entity_attributes, schema.event_attributes)
                for name, a in attributes.items()
            ],
        ),
        (
            ["relation", "Arabic", "English", "from", "to"],
            [
                (name, r.ar, r.en, " ".join(r.source), " ".join(r.target))
                for name, r in schema.relations.items()
            ],
        ),
        (
            ["document label", "values"],
            [
                (name, " ".join(label.values) or "any text")
                for name, label in schema.document_labels.items()
            ],
        ),
    ]
