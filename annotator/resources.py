"""Where `schema/` and `seeds/` lie, in an installed wheel or in a checkout."""

from importlib.resources import files
from pathlib import Path

from annotator.errors import NotFoundError


def schema_folder() -> Path:
    """The label schemas that ship with the program, one YAML file each.

    Raises:
        NotFoundError: the installation lacks them.
    """
    return _folder("schema")


def seeds_folder() -> Path:
    """The articles of the demo, with their metadata and annotations.

    Raises:
        NotFoundError: the installation lacks them.
    """
    return _folder("seeds")


def _folder(name: str) -> Path:
    package = Path(str(files("annotator")))
    packed = package / "_resources" / name
    if packed.is_dir():
        return packed
    # An editable installation does not see what the wheel is given; the checkout has it.
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    message = f"{name}/ is missing beside {package}; install annotator-arabic again"
    raise NotFoundError(message)
