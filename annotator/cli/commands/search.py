"""`annotator search`: words in their context, annotations by what they are, and bulk edits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.options import AsOption, JsonOption, ProjectOption
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.services.search_edits import BulkOutcome, HitEdits
    from annotator.services.searching import SearchHit

SHOWN = 100
MOST_REFUSED = 20
Names = list[str] | None


def search_command(
    project: ProjectOption,
    pattern: Annotated[
        str, typer.Argument(help="Words; may be left out with a filter such as --type.")
    ] = "",
    *,
    regex: Annotated[bool, typer.Option("--regex", help="A regular expression.")] = False,
    exact: Annotated[bool, typer.Option("--exact", help="Exactly these characters.")] = False,
    no_proclitics: Annotated[
        bool, typer.Option("--no-proclitics", help="Not behind و ف ب ل ك or ال.")
    ] = False,
    similar: Annotated[
        bool, typer.Option("--similar", help="Also names spelt alike: ترامب for ترمب.")
    ] = False,
    types: Annotated[Names, typer.Option("--type", help="Of annotations; repeat it.")] = None,
    layers: Annotated[Names, typer.Option("--layer", help="An annotator's; repeat it.")] = None,
    statuses: Annotated[
        Names,
        typer.Option("--status", help="added, accepted …, uncertain, suggested or unmarked."),
    ] = None,
    roles: Annotated[Names, typer.Option("--role", help="That it fills; repeat it.")] = None,
    documents: Annotated[Names, typer.Option("--in", help="A document; repeat it.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help=f"Show so many; 0 is all, {SHOWN} by default.")
    ] = None,
    context: Annotated[int, typer.Option(min=0, max=2000, help="Characters on each side.")] = 60,
    label: Annotated[str, typer.Option("--label", help="Give every hit this type.")] = "",
    reject: Annotated[
        bool, typer.Option("--reject", help="Turn down or remove what stands at every hit.")
    ] = False,
    flag: Annotated[
        bool, typer.Option("--flag", help="Mark what stands at every hit as uncertain.")
    ] = False,
    chosen: Annotated[
        str, typer.Option("--hits", metavar="1,3-5", help="Act on these hits only.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Act without asking.")] = False,
    annotator: AsOption = None,
    json: JsonOption = False,
) -> None:
    """Find words whatever their spelling and proclitics, or annotations; label or reject hits.

    What is done to the hits is one action: undo takes it back in all documents at once.
    """
    from annotator.services.people import choose_annotator
    from annotator.services.project import Project
    from annotator.services.search_edits import act_on_hits
    from annotator.services.search_query import Query
    from annotator.services.searching import first_hits, search_project

    query = Query(
        pattern,
        is_regex=regex,
        is_exact=exact,
        proclitics=not no_proclitics,
        similar=similar,
        types=frozenset(types or ()),
        layers=frozenset(layers or ()),
        statuses=frozenset(statuses or ()),
        roles=frozenset(roles or ()),
        documents=frozenset(documents or ()),
    )
    action = _action(label, reject=reject, flag=flag)
    with Project.open(project) as opened:
        shown = SHOWN if limit is None and action is None else limit
        if shown:
            hits, has_more = first_hits(opened, query, limit=shown, context=context)
        else:
            hits, has_more = list(search_project(opened, query, context=context)), False
        hits = _picked(hits, chosen)
        if action is None:
            _show(hits, has_more=has_more, json=json)
            return
        who = choose_annotator(opened, annotator)
        opened.open_layer(who)
        if not (yes or json):
            _show(hits, has_more=has_more, json=False)
        if hits and not yes and not diagnostics.is_confirmed(f"act on {len(hits)} hits as {who}?"):
            raise typer.Abort
        outcome = act_on_hits(opened, who, hits, action)
    _tell(outcome, hits, json=json)


def _action(label: str, *, reject: bool, flag: bool) -> "HitEdits | None":
    from annotator.services.search_edits import flag_hits, label_hits, reject_hits

    if sum((bool(label), reject, flag)) > 1:
        message = "one action at a time: --label, --reject or --flag"
        raise UsageError(message)
    if label:
        return label_hits(label)
    if reject:
        return reject_hits
    return flag_hits if flag else None


def _picked(hits: "list[SearchHit]", chosen: str) -> "list[SearchHit]":
    """The hits that `1,3-5` names, all of them without a choice."""
    if not chosen:
        return hits
    numbers: set[int] = set()
    for part in chosen.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            message = f"--hits takes numbers such as 1,3-5, not {chosen!r}"
            raise UsageError(message)
        numbers.update(range(int(first), min(int(last or first), len(hits)) + 1))
    return [hit for number, hit in enumerate(hits, start=1) if number in numbers]


def _show(hits: "Sequence[SearchHit]", *, has_more: bool, json: bool) -> None:
    if json:
        output.emit_json({"hits": hits, "has_more": has_more})
        return
    if not hits:
        output.emit("no match")
    elif output.is_drawing():
        from shutil import get_terminal_size

        from annotator.services.concordance import draw_concordance

        output.emit_drawn(draw_concordance(hits, width=get_terminal_size().columns))
    else:
        _table(hits)
    if has_more:
        diagnostics.note(f"there are more than these {len(hits)}; --limit 0 shows all")


def _table(hits: "Sequence[SearchHit]") -> None:
    output.table(
        ["hit", "document", "place", "before", "found", "after", "layer", "type", "status"],
        [
            (
                number,
                hit.document_id,
                f"{hit.start}-{hit.end}",
                hit.left,
                hit.text,
                hit.right,
                hit.layer or "",
                hit.type or "",
                hit.status or "",
            )
            for number, hit in enumerate(hits, start=1)
        ],
    )


def _tell(outcome: "BulkOutcome", hits: "Sequence[SearchHit]", *, json: bool) -> None:
    if json:
        output.emit_json(
            {
                "action": outcome.action,
                "hits": len(hits),
                "changed": outcome.changed,
                "documents": outcome.document_ids,
                "refused": outcome.refused,
            }
        )
        return
    for each in outcome.refused[:MOST_REFUSED]:
        diagnostics.note(f"{each.hit.document_id} {each.hit.start}-{each.hit.end}: {each.reason}")
    output.emit(
        f"changed {outcome.changed} of {len(hits)} hits in {len(outcome.document_ids)} documents;"
        f" {len(outcome.refused)} refused; undo takes all of it back at once"
    )
