"""`annotator version`: which program this is and what it stands on."""

from annotator.cli import output
from annotator.cli.options import JsonOption


def version_command(*, json: JsonOption = False) -> None:
    """Show the version of annotator and of what it stands on."""
    import platform
    import sqlite3
    from importlib.metadata import version

    from annotator import __version__

    versions = {
        "annotator": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "textual": version("textual"),
        "platform": platform.platform(),
    }
    if json:
        output.emit_json(versions)
    else:
        output.table(["part", "version"], versions.items())
