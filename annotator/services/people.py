"""Who is working: the annotator a command or a screen acts for."""

from annotator.errors import UsageError
from annotator.model.layer import GOLD, check_annotator_name
from annotator.services.project import Project
from annotator.settings import login_name


def annotators(project: Project) -> list[str]:
    """The people with a layer of their own, in the order they began."""
    return [layer.name for layer in project.layers() if layer.name != GOLD]


def choose_annotator(project: Project, named: str | None) -> str:
    """The annotator meant: the one named, else the only one there is, else the login name.

    Raises:
        UsageError: the name is reserved, or the project has several annotators and none was
            named: a login name is not trusted to tell them apart.
    """
    if named is not None:
        check_annotator_name(named)
        return named
    known = annotators(project)
    if len(known) > 1:
        message = f"say who you are with --as NAME; this project has {', '.join(known)}"
        raise UsageError(message)
    return known[0] if known else login_name()
