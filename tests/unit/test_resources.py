"""The label schemas and seeds that ship are found, from a checkout and from an installed wheel."""

from pathlib import Path

import pytest

from annotator import resources
from annotator.errors import NotFoundError

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the installed package."""
    folder = tmp_path / "site-packages" / "annotator"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda _name: folder)
    return folder


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resources.schema_folder() == CHECKOUT / "schema"
    assert resources.seeds_folder() == CHECKOUT / "seeds"
    assert (resources.schema_folder() / "siyasa.yaml").is_file()


def test_a_wheel_has_them_inside_the_package(package: Path) -> None:
    packed = package / "_resources" / "seeds"
    packed.mkdir(parents=True)
    assert resources.seeds_folder() == packed


def test_a_stranger_of_the_same_name_beside_an_installed_package_is_not_taken(
    package: Path,
) -> None:
    (package.parent / "schema").mkdir()
    with pytest.raises(NotFoundError, match="install annotator-arabic again"):
        resources.schema_folder()
