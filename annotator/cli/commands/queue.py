"""`annotator queue`: in which order documents are annotated, by whom, and which as a control."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.options import AsOption, JsonOption, ProjectOption
from annotator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.queue import Queued
    from annotator.services.queue_orders import Order


def queue_command(
    project: ProjectOption,
    *,
    annotator: AsOption = None,
    order: Annotated[
        str | None,
        typer.Option(
            "--order",
            metavar="ORDER",
            help="Make it anew: imported, shortest, uncertain, diverse or story.",
        ),
    ] = None,
    among: Annotated[
        str | None, typer.Option("--among", metavar="A,B,…", help="Deal documents out to these.")
    ] = None,
    overlap: Annotated[
        float, typer.Option(min=0, max=1, help="Share of documents that all of them get.")
    ] = 0.0,
    blind: Annotated[
        float, typer.Option(min=0, max=1, help="Share of documents without suggestions.")
    ] = 0.0,
    clear: Annotated[bool, typer.Option("--clear", help="Go back to the order of import.")] = False,
    json: JsonOption = False,
) -> None:
    """Show in which order documents come, or choose it with --order.

    `uncertain` begins where suggestions are most doubtful, `diverse` with what differs most from
    all before it, `story` keeps articles about one thing together. Next and previous document go
    by the queue. Documents of the blind share show no suggestions: compare them in `report`.
    """
    from annotator.services.people import choose_annotator
    from annotator.services.project import Project
    from annotator.services.queue import QueueChoices, clear_queue, make_queues, queue_of
    from annotator.services.queue_orders import NEVER_ASKED

    changes = {"--among": among, "--overlap": overlap, "--blind": blind}
    given = [name for name, value in changes.items() if value]
    if given and order is None:
        message = f"{given[0]} needs an order, for example: --order imported {given[0]} …"
        raise UsageError(message)
    if clear and order is not None:
        raise UsageError("--clear and --order exclude each other; give one of them")
    with Project.open(project) as opened:
        names = [name.strip() for name in among.split(",")] if among else []
        names = names or [choose_annotator(opened, annotator)]
        if order is not None:
            made = make_queues(opened, names, QueueChoices(_order(order), overlap, blind))
        else:
            if clear:
                clear_queue(opened, names[0])
            made = {names[0]: queue_of(opened, names[0])}
        titles = {heading.id: heading.title for heading in opened.headings()}
    if json:
        spoken = {
            name: [replace(each, reason=str(each.reason)) for each in queue]
            for name, queue in made.items()
        }
        output.emit_json({"queues": spoken})
        return
    for name, queue in made.items():
        _tell(name, queue, titles)
    if order == "uncertain" and any(q.reason == NEVER_ASKED for q in made[names[0]]):
        diagnostics.note("some documents have no suggestions and come last: annotator suggest")


def _order(name: str) -> "Order":
    from annotator.services.queue_orders import ORDERS

    for order in ORDERS:
        if order == name:
            return order
    message = f"there is no order {name!r}; there are: {', '.join(ORDERS)}"
    raise UsageError(message)


def _tell(name: str, queue: "Sequence[Queued]", titles: "dict[str, str]") -> None:
    shared = sum(each.is_shared for each in queue)
    blind = sum(each.is_blind for each in queue)
    output.emit(f"{name}: {len(queue)} documents, {shared} shared, {blind} without suggestions")
    output.table(
        ["", "document", "title", "why", ""],
        [
            (
                place,
                each.document_id,
                titles.get(each.document_id, "")[:40],
                str(each.reason),
                " ".join(
                    word
                    for word, holds in (("shared", each.is_shared), ("blind", each.is_blind))
                    if holds
                ),
            )
            for place, each in enumerate(queue, start=1)
        ],
    )
