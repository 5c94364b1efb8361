"""Whatever the text, what is suggested lies in it and can stand beside everything else."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import span_of
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import installed_suggesters, suggest_document
from annotator.suggesters.lexicon import sections

LISTS = ("grammar", "groups", "nouns", "organisations", "places", "time", "titles", "given_names")
LISTED = sorted(
    {
        form
        for name in LISTS
        for entries in sections(name).values()
        for entry in entries
        for bare in [entry.partition("=")[0].partition("[")[0]]
        for form in (bare, f"ال{bare}", f"و{bare}")
    }
)
MARKS = [
    "،",
    ".",
    "«",
    "»",
    '"',
    "(",
    ")",
    "-",
    "/",
    ":",
    "\n",
    "\n\n",
    "12",
    "2019",
    "%",
    "لـ",
    "$",
]
PIECES = st.one_of(
    st.sampled_from(LISTED),
    st.sampled_from(MARKS),
    st.sampled_from(sections("triggers")["ATTACK"]),
    st.text(alphabet="ابتثلمنهويىةءأإؤئـَّ\u200f Ax1", max_size=6),
)


@given(st.lists(PIECES, max_size=30), st.sampled_from(["siyasa", "anercorp"]))
def test_any_text_gets_suggestions_that_can_stand(pieces: list[str], schema_name: str) -> None:
    text = " ".join(pieces)
    document = Document("d", text)
    schema = load_schema(schema_name)
    found = suggest_document(document, schema, Memory(), Annotations(), installed_suggesters())
    spans = [span_of(suggestion) for suggestion in found]
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    mentions = [s.span for s in found if hasattr(s, "span")]
    assert not any(a.crosses(b) for a in mentions for b in mentions)
    assert len({suggestion.id for suggestion in found}) == len(found)
