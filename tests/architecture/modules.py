"""The project's own Python files, for the tests that hold every one of them to the house rules."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sources(*folders: str) -> list[Path]:
    """The Python files below the folders, as paths from the project's root."""
    return sorted(
        path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py")
    )


def module_names(*, below: str = "annotator") -> list[str]:
    """The importable names of the modules below a package, `__init__` left out."""
    return [
        ".".join(path.with_suffix("").parts)
        for path in sources(below.replace(".", "/"))
        if path.name != "__init__.py"
    ]


@cache
def syntax_tree(path: Path) -> ast.Module:
    """The parsed file at a path from the project's root."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))
