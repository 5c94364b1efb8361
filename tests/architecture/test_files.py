"""The rules of the house that a single file can break."""

import ast
import re
from pathlib import Path

from tests.architecture.modules import ROOT, sources, syntax_tree

LINE_CAP = 300
ALL = sources("annotator", "benchmarks", "tests", "tools")
MODULES = [path for path in ALL if path.name != "__init__.py"]
PACKAGES = [path for path in ALL if path.name == "__init__.py"]

ANOTHER_SENTENCE = re.compile(r"[.!?] +[A-Z`]")


def test_no_file_is_longer_than_the_cap() -> None:
    too_long = {
        str(path): line_count
        for path in sources("annotator", "benchmarks", "tools")
        if (line_count := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > LINE_CAP
    }
    assert too_long == {}, "a file is one concept: part it"


def test_every_module_opens_with_one_sentence_that_says_what_it_is_for() -> None:
    openings = {str(path): opening(path) for path in MODULES}
    wrong = {
        path: text
        for path, text in openings.items()
        if not text.endswith(".") or ANOTHER_SENTENCE.search(text)
    }
    assert wrong == {}


def test_a_package_file_holds_nothing_but_the_version() -> None:
    about = Path("annotator/__init__.py")
    docstring, version = syntax_tree(about).body
    assert isinstance(docstring, ast.Expr)
    assert ast.unparse(version).startswith("__version__ = ")
    assert [path for path in PACKAGES if path != about and syntax_tree(path).body] == []


def test_imports_are_absolute() -> None:
    relative = [
        f"{path}: {ast.unparse(node)}"
        for path in MODULES
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.ImportFrom) and node.level > 0
    ]
    assert relative == []


def opening(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    docstring = ast.get_docstring(syntax_tree(path)) or ""
    return " ".join(docstring.split("\n\n")[0].split())
