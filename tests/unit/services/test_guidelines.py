"""Guidelines: what a label schema says of a type, its examples among it."""

import pytest

from annotator.services.editing import EditingSession
from annotator.services.guidelines import Guideline, guidelines_of

EXAMPLES = ("الوفد الزائر", "وزراء الخارجية")


@pytest.mark.parametrize(("layer", "name"), [("entities", "GRP"), ("events", "MEET")])
def test_the_examples_of_a_type_stand_under_its_meaning(
    session: EditingSession, layer: str, name: str
) -> None:
    schema = session.schema
    types = dict(getattr(schema, layer))
    types[name] = types[name].model_copy(update={"examples": EXAMPLES})
    lines = guidelines_of(schema.model_copy(update={layer: types}), name)
    assert lines[0].about == ""
    assert lines[1:3] == [Guideline("examples", EXAMPLES[0]), Guideline(" ", EXAMPLES[1])]


def test_a_type_without_examples_has_no_line_of_them(session: EditingSession) -> None:
    assert not any(line.about == "examples" for line in guidelines_of(session.schema, "PER"))
