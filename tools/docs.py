"""Writes the generated pages of docs/, or with --check says which of them are out of step."""

import sys
from pathlib import Path

from typer.main import get_command

from annotator.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
WIDTH = 90


def command_pages() -> str:
    """The help of every command, as one page of Markdown."""
    group = get_command(app)
    parts = ["# Commands\n\nMade from the program by `python -m tools.docs`; do not edit.\n"]
    parts += _sections(group, "annotator")
    return "\n".join(parts)


def _sections(command: object, path: str) -> list[str]:
    context = command.make_context(  # type: ignore[attr-defined]  # Typer keeps these classes private
        path, [], resilient_parsing=True, max_content_width=WIDTH, terminal_width=WIDTH
    )
    text = context.command.get_help(context)
    sections = [f"## {path}\n\n```text\n{text}\n```\n"]
    for name, inner in getattr(command, "commands", {}).items():
        sections += _sections(inner, f"{path} {name}")
    return sections


def main() -> int:
    """Write the pages, or with --check compare them; 1 if one is out of step."""
    wanted = command_pages()
    if "--check" in sys.argv[1:]:
        if COMMANDS.is_file() and COMMANDS.read_text(encoding="utf-8") == wanted:
            return 0
        print(f"{COMMANDS.relative_to(ROOT)} is out of step; run: python -m tools.docs")
        return 1
    COMMANDS.parent.mkdir(parents=True, exist_ok=True)
    COMMANDS.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
