"""What somebody types in one line becomes a query."""

import pytest

from annotator.services.search_query import Query
from annotator.services.typed_query import parse_typed

ANNA = frozenset({"anna"})


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("بغداد", Query("بغداد")),
        ("=بغداد", Query("بغداد", proclitics=False)),
        ("~ترامب", Query("ترامب", similar=True)),
        ("«وقف إطلاق»", Query("وقف إطلاق", is_exact=True)),
        ('"وقف"', Query("وقف", is_exact=True)),
        ("/مدين[ةه]/", Query("مدين[ةه]", is_regex=True)),
        ("/", Query("/")),
        ("type:per حداد", Query("حداد", types=frozenset({"PER"}), layers=ANNA)),
        (
            "type:PER,ORG status:Uncertain",
            Query(types=frozenset({"PER", "ORG"}), statuses=frozenset({"uncertain"}), layers=ANNA),
        ),
        ("role:agent", Query(roles=frozenset({"Agent"}), layers=ANNA)),
        ("in:doc-1 حداد", Query("حداد", documents=frozenset({"doc-1"}))),
        ("type:PLANET", Query(types=frozenset({"PLANET"}), layers=ANNA)),
    ],
)
def test_a_line_is_read_as_words_and_filters(typed: str, query: Query) -> None:
    assert parse_typed(typed, layer="anna", names=["PER", "ORG", "Agent"]) == query
