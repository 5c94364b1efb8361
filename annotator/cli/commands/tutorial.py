"""`annotator tutorial`: the screen learned by doing, on an article that is thrown away."""

from annotator.cli import diagnostics
from annotator.cli.options import AsOption
from annotator.errors import UsageError


def tutorial_command(*, annotator: AsOption = None) -> None:
    """Learn the screen in five minutes: real keys on a real article, thrown away afterwards."""
    import sys

    from annotator.model.layer import check_annotator_name
    from annotator.settings import login_name

    name = annotator or login_name()
    check_annotator_name(name)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "the tutorial needs a terminal; what it teaches is in docs/tutorial.md"
        raise UsageError(message)
    from annotator.tui.run import run_tutorial

    run_tutorial(name)
    diagnostics.note("the tutorial's article is gone; go on with: annotator demo")
