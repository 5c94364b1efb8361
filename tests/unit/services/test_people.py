"""Who works is named or clear, never guessed among several."""

import pytest

from annotator.errors import UsageError
from annotator.model.label_schema import LabelSchema
from annotator.services.people import choose_annotator
from annotator.services.project import Project


def test_the_only_annotator_need_not_be_named(project: Project) -> None:
    assert choose_annotator(project, None) == "ana"


def test_a_named_annotator_may_be_new(project: Project) -> None:
    assert choose_annotator(project, "ben") == "ben"


def test_among_several_one_must_be_named(project: Project) -> None:
    project.open_layer("ben")
    with pytest.raises(UsageError, match=r"--as NAME; this project has ana, ben"):
        choose_annotator(project, None)


@pytest.mark.parametrize("name", ["gold", "all", " "])
def test_reserved_names_are_nobodys(project: Project, name: str) -> None:
    with pytest.raises(UsageError):
        choose_annotator(project, name)


def test_in_a_new_project_the_login_name_serves(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "login")
    with project.writing() as connection:
        connection.execute("delete from layers")
    assert choose_annotator(project, None) == "login"


def test_two_windows_that_open_a_new_layer_at_once_both_get_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = project.schema

    def opened_elsewhere_meanwhile(name: str | None = None) -> LabelSchema:
        with Project.open(project.path) as other:
            other.open_layer("new")
        return look_up(name)

    monkeypatch.setattr(project, "schema", opened_elsewhere_meanwhile)
    assert project.open_layer("new").name == "new"
