"""The cheat sheet as one printed page of HTML: keys in columns, Arabic names right to left."""

from collections.abc import Iterable, Sequence
from html import escape

from annotator.model.label_schema import LabelSchema
from annotator.tui.key_catalogue import BoundKey

SECTIONS = (
    ("annotate.decide.", "Decide"),
    ("annotate.move.", "Move"),
    ("annotate.adjust.", "Adjust"),
    ("annotate.undo.", "Take back"),
    ("annotate.document.", "Documents"),
    ("annotate.view.", "See"),
    ("entity.attribute.", "Attributes of mentions"),
    ("event.attribute.", "Attributes of events"),
)

_STYLE = """
@page { size: A4 landscape; margin: 8mm }
body { font: 7.5pt/1.25 sans-serif; columns: 5; column-gap: 5mm; margin: 0 }
h1 { font-size: 11pt; margin: 0 0 1mm } h2 { font-size: 8.5pt; margin: 1.5mm 0 .5mm }
section { break-inside: avoid-column } table { border-collapse: collapse; width: 100% }
td { padding: 0 1mm 0 0; vertical-align: top } kbd { font: bold 7.5pt monospace; white-space: pre }
td.ar { text-align: right }
"""


def key_sheet(schema: LabelSchema, known: Sequence[BoundKey]) -> str:
    """The page; it needs nothing from anywhere else."""
    parts = [
        _section(
            title,
            ((bound.written, bound.does, "") for bound in known if bound.id.startswith(prefix)),
        )
        for prefix, title in SECTIONS
    ]
    entities = ((part.key, f"{name} {part.en}", part.ar) for name, part in schema.entities.items())
    events = ((part.key, f"{name} {part.en}", part.ar) for name, part in schema.events.items())
    roles = ((part.key, f"{name} {part.en}", part.ar) for name, part in schema.roles.items())
    parts.append(_section("Entity types; Shift marks the phrase", entities))
    parts.append(_section("Event types; Shift in the form", events))
    parts.append(_section("Roles in the form; letters in the text: the likeliest role", roles))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Keys: {escape(schema.name)}'
        f"</title><style>{_STYLE}</style><h1>Keys, label schema {escape(schema.name)}</h1>"
        f"{''.join(parts)}</html>\n"
    )


def _section(title: str, rows: Iterable[tuple[str, str, str]]) -> str:
    body = "".join(
        f"<tr><td><kbd>{escape(key)}</kbd><td>{escape(does)}"
        f'<td class="ar" dir="rtl" lang="ar">{escape(arabic)}'
        for key, does, arabic in rows
    )
    return f"<section><h2>{escape(title)}</h2><table>{body}</table></section>" if body else ""
