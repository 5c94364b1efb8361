"""`annotator doctor`: what the program finds here, and whether Arabic reads right in it."""

from typing import TYPE_CHECKING

import typer

from annotator.cli import diagnostics, output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption

if TYPE_CHECKING:
    from annotator.services.diagnosis import Diagnosis
    from annotator.tui.terminal_facts import TerminalFacts

FONTS = {
    "Linux, BSD": "DejaVu Sans Mono, package fonts-dejavu or dejavu-sans-mono-fonts",
    "macOS": "DejaVu Sans Mono, brew install --cask font-dejavu",
    "Windows": "DejaVu Sans Mono from dejavu-fonts.github.io, then chosen in the terminal",
}
"""It has every joined form one column wide; what a terminal shows of another font is its luck."""


def doctor_command(project: ProjectOption, *, json: JsonOption = False) -> None:
    """Look at terminal, fonts, locale, project, plug-ins and rights; ask if Arabic reads right.

    The answer is kept as the setting bidi_terminal. Without a terminal, or with --json, nothing
    is asked. With any problem the exit code is 4.
    """
    from annotator.services.diagnosis import diagnose
    from annotator.tui.terminal_facts import terminal_facts

    facts, found = terminal_facts(), diagnose(project)
    problems = (*facts.problems, *(p for p in found.problems if p not in facts.problems))
    if json:
        output.emit_json({"terminal": facts, "fonts": FONTS, "found": found, "problems": problems})
    else:
        output.table(["part", "here"], [*_terminal_rows(facts), *_rows(found)])
        for problem in problems:
            output.emit(f"! {problem}")
        output.emit(f"{len(problems)} problems" if problems else "no problems")
        if facts.is_terminal:
            _ask_whether_it_reads_right()
    if problems:
        raise typer.Exit(ExitCode.INVALID_DATA)


def _terminal_rows(facts: "TerminalFacts") -> list[tuple[str, str]]:
    if not facts.is_terminal:
        rows = [("terminal", "none: run annotator doctor in the one you work in")]
    else:
        how = "as you set it" if facts.is_asked_for else "recognised"
        rows = [
            ("terminal", facts.said or f"does not give its name; TERM is {facts.term}"),
            ("Arabic in it", f"{facts.profile} ({how})"),
            ("hint", facts.hint),
            ("size", f"{facts.columns} columns, {facts.rows} rows"),
            ("colours", facts.colors),
            ("between", ", ".join(facts.between)),
        ]
    rows += [(f"font, {system}", font) for system, font in FONTS.items()]
    return [row for row in rows if row[1]]


def _rows(found: "Diagnosis") -> list[tuple[str, str]]:
    project = found.project
    if project.exists:
        layers = ", ".join(project.layers) or "none"
        told = f"{project.path}: {project.document_count} documents, layers: {layers}"
    else:
        told = f"none at {project.path}"
    plugins: dict[str, list[str]] = {}
    for plugin in found.plugins:
        name = f"{plugin.name} (failed)" if plugin.problem else plugin.name
        plugins.setdefault(plugin.group, []).append(name)
    return [
        ("project", told),
        *((group, ", ".join(names)) for group, names in plugins.items()),
        *((place.what, place.path) for place in found.places if place.what != "project"),
        *found.locale.items(),
        *((f"setting {key}", value) for key, value in found.settings.items()),
        *found.versions.items(),
    ]


def _ask_whether_it_reads_right() -> None:
    """Show the sample under one profile after another until a person says that it reads right."""
    import sys

    from annotator.settings import save_setting
    from annotator.tui.probe import find_terminal
    from annotator.tui.sample import QUESTION, TRIED_IN_TURN, shown_sample
    from annotator.tui.terminal import PROFILES

    terminal = find_terminal("auto")
    first = terminal.profile
    others = [PROFILES[name] for name in TRIED_IN_TURN if name != first.name]
    for number, profile in enumerate([first, *others], start=1):
        with shown_sample(profile, sys.stdout.fileno()):
            is_right = diagnostics.is_confirmed(f"({number} of {1 + len(others)}) {QUESTION}")
        if is_right:
            # what is recognised each time also fits the next terminal
            chosen = "auto" if profile is first else profile.name
            path = save_setting("bidi_terminal", chosen)
            diagnostics.note(f"kept bidi_terminal = {chosen} in {path}")
            return
    diagnostics.note(
        "none of them reads right: docs/terminals.md names terminals that do, and what to set"
        " in others; please report what this one is"
    )
