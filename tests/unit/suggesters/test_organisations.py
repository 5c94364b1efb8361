"""Names of bodies take their complement and nothing that follows it."""

import pytest

from annotator.suggesters.organisations import OrganisationSuggester
from tests.unit.suggesters.readings import mentions, read


def bodies(text: str) -> list[tuple[str, str]]:
    return mentions(OrganisationSuggester(), read(text))


@pytest.mark.parametrize(
    ("name", "entity_type"),
    [
        ("وزارة الصحة العراقية", "GOV"),
        ("الجيش السوداني", "MIL"),
        ("حلف الناتو", "ORG"),
        ("الاتحاد الدولي لعمال النقل", "ORG"),
        ("حزب النهضة والتجديد", "ORG"),
        ("وكالة رويترز", "MED"),
        ("قوات أوكرانية", "MIL"),
    ],
)
def test_a_head_takes_its_complement(name: str, entity_type: str) -> None:
    assert (name, entity_type) in bodies(f"أعلنت {name} ذلك")


def test_a_quoted_outlet_closes_with_its_mark() -> None:
    assert bodies('ذكرت صحيفة "المدار اليومي" ذلك') == [('صحيفة "المدار اليومي"', "MED")]


def test_a_body_includes_the_name_inside_it() -> None:
    assert ("إدارة أوباما", "GOV") in bodies("قررت إدارة أوباما ذلك")


def test_whom_a_body_tells_is_no_part_of_it() -> None:
    assert ("الهيئة العامة", "ORG") not in bodies("قالت الوزارة الجديدة للصحفيين إنها تعمل")
    assert all("صحفيين" not in name for name, _ in bodies("قالت الوزارة الجديدة للصحفيين شيئا"))
