"""Where things of this person lie on this computer; the only place that knows."""

from pathlib import Path

from platformdirs import user_data_path


def data_directory() -> Path:
    """The folder for data the program keeps for this person; it need not exist yet."""
    return user_data_path("annotator", appauthor=False)


def demo_project() -> Path:
    """The file of the demo project."""
    return data_directory() / "demo.db"
