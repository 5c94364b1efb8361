"""Who works on this computer, and where things of this person lie; the only place that knows."""

import getpass
from pathlib import Path

from platformdirs import user_data_path


def data_directory() -> Path:
    """The folder for data the program keeps for this person; it need not exist yet."""
    return user_data_path("annotator", appauthor=False)


def demo_project() -> Path:
    """The file of the demo project."""
    return data_directory() / "demo.db"


def login_name() -> str:
    """The name this computer knows the person by; `annotator` where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the password database, as in some containers
        return "annotator"
