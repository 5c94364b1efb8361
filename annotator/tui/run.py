"""Start the annotate screen on a project: what the command line calls."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.arabic.display import leave_order_to_terminal
from annotator.services.opening import Opening, open_where_left
from annotator.settings import load_settings
from annotator.tui.themes import settled_theme, wear
from annotator.wording import settled_language, use_language

if TYPE_CHECKING:
    from annotator.services.lessons import Course

    # Textual takes 0.2 s to load
    from annotator.tui.app import AnnotatorApp


def run_annotate(  # noqa: PLR0913 -- each is an option of the command
    project_path: Path,
    *,
    named: str | None = None,
    document_id: str | None = None,
    bidi: str | None = None,
    schema_name: str | None = None,
    hint: str = "",
) -> str:
    """Annotate until the person leaves; `bidi` names a terminal profile, else it is found out.

    `schema_name` is the label schema of a new annotator's layer, `hint` something to say at first.
    Returns a line about what was done; empty if nothing was decided.

    Raises:
        NotFoundError: there is no such project or document.
        InvalidDataError: the settings file is damaged.
        UsageError: it is not clear who annotates.
        ScreenDefectError: a defect of the program ended it.
        SystemExit: a signal ended it.
    """
    while True:
        opened = open_where_left(
            project_path, named=named, document_id=document_id, schema_name=schema_name
        )
        app = _run(project_path, opened, bidi=bidi, hint=hint)
        if not app.wants_tutorial:
            return app.summary
        run_tutorial(opened.annotator, bidi=bidi, for_project=project_path)
        document_id, schema_name, hint = None, None, ""


def run_tutorial(
    annotator: str, *, bidi: str | None = None, for_project: Path | None = None
) -> None:
    """Give the lessons on a project of their own, which is gone afterwards.

    The key map that lies beside `for_project` holds there, too.

    Raises:
        NotFoundError: the seed articles are damaged.
        ScreenDefectError: a defect of the program ended it.
        SystemExit: a signal ended it.
    """
    import shutil  # noqa: PLC0415 -- rarely needed
    from tempfile import TemporaryDirectory  # noqa: PLC0415 -- rarely needed

    from annotator.services.tutorial import make_tutorial  # noqa: PLC0415 -- heavy, loaded when it is needed
    from annotator.tui.user_keys import key_map_files  # noqa: PLC0415 -- heavy, loaded when it is needed

    with TemporaryDirectory(prefix="annotator-tutorial-") as folder:
        path = Path(folder) / "tutorial.db"
        course = make_tutorial(path, annotator=annotator)
        for beside in key_map_files(for_project)[1:]:
            if beside.is_file():
                shutil.copyfile(beside, key_map_files(path)[-1])
        _run(path, open_where_left(path, named=annotator), bidi=bidi, course=course)


def _run(
    project_path: Path,
    opened: Opening,
    *,
    bidi: str | None,
    hint: str = "",
    course: "Course | None" = None,
) -> "AnnotatorApp":
    """Run the screen until the person leaves it; the application as it is then."""
    settings = load_settings()
    use_language(settled_language(settings.language, os.environ))
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # empty, it means nothing; Textual takes it for a wish
    wear(settled_theme(settings.theme, has_colors=not os.environ.get("NO_COLOR")))
    idle_s, break_s = float(settings.idle_cutoff), settings.break_after_s
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        # textual-serve brings its own driver, and the browser is told by its style sheet
        from annotator.tui.app import AnnotatorApp  # noqa: PLC0415 -- heavy, loaded when it is needed

        served = AnnotatorApp(
            project_path,
            opened,
            settings=settings,
            idle_s=idle_s,
            break_after_s=break_s,
            hint=hint,
            course=course,
            with_suggestions=course is None,
        )
        served.run()
        return served
    from annotator.tui.probe import find_terminal  # noqa: PLC0415 -- heavy, loaded when it is needed
    from annotator.tui.signals import hold_ending_signals  # noqa: PLC0415 -- Windows lacks them
    from annotator.tui.terminal import DOES_IT, settle_colors, takes_clipboard  # noqa: PLC0415 -- heavy, loaded when it is needed

    hold_ending_signals()
    gc.disable()  # almost all that is made while opening stays; `look_for_garbage` begins then
    terminal = find_terminal(bidi)
    leave_order_to_terminal(terminal.profile.name == DOES_IT)
    settle_colors(terminal.profile, os.environ, draws_every_color=terminal.draws_every_color)
    # Textual takes 0.2 s to load
    from annotator.tui.defects import collect_defects, raise_defect  # noqa: PLC0415 -- heavy, loaded when it is needed
    from annotator.tui.driver import driver_for  # noqa: PLC0415 -- heavy, loaded when it is needed
    from annotator.tui.guard import GuardedApp, restore_terminal  # noqa: PLC0415 -- heavy, loaded when it is needed

    profile = terminal.profile
    app = GuardedApp(
        project_path,
        opened,
        settings=settings,
        driver_class=driver_for(profile),
        hint=profile.hint or hint,
        takes_clipboard=takes_clipboard(terminal.said),
        idle_s=idle_s,
        break_after_s=break_s,
        course=course,
        with_suggestions=course is None,
    )
    told = collect_defects(app)
    try:
        app.run()
    except BaseException:
        restore_terminal()
        raise
    raise_defect(told.getvalue())
    if app.return_code:
        sys.exit(app.return_code)
    return app
