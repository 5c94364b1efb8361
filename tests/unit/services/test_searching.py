"""Searching a project: hits in context, filters, and any string at all as the pattern."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import NotFoundError, UsageError
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.argument_edits import FillRole
from annotator.services.editing import EditingSession
from annotator.services.event_edits import MarkTrigger
from annotator.services.mention_edits import FlagMention, LabelSpan
from annotator.services.project import Project
from annotator.services.search_query import Query
from annotator.services.searching import SearchHit, first_hits, search_project
from annotator.store import suggestions


def hits(project: Project, pattern: str = "", **options: object) -> list[SearchHit]:
    found = Query(pattern, **options)  # type: ignore[arg-type]  # as the tests name them
    return list(search_project(project, found))


def places(project: Project, pattern: str = "", **options: object) -> list[tuple[str, str]]:
    return [(hit.document_id, hit.text) for hit in hits(project, pattern, **options)]


def only(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.fixture
def marked(session: EditingSession) -> EditingSession:
    """وليد is a PER that fills Agent of TRAVEL, بغداد an uncertain GPE; بيروت is suggested."""
    text = session.document.text
    walid, baghdad = text.index("وليد"), text.index("بغداد")
    session.run(LabelSpan(Span(walid, walid + 4), "PER"))
    session.run(LabelSpan(Span(baghdad, baghdad + 5), "GPE"))
    session.run(MarkTrigger(Span(0, 3), "MEET"))
    [person, place], [event] = session.annotations.mentions, session.annotations.events
    session.run(FillRole(event.id, "Participant", (person.id,)))
    session.run(FlagMention(place.id, uncertain=True))
    beirut = text.index("بيروت")
    proposed = SuggestedMention(Span(beirut, beirut + 5), "GPE", "test")
    with session.project.writing() as connection:
        suggestions.put(connection, "ana", "d1", (proposed,), suggester="test")
    session.reload()
    return session


def test_a_hit_has_its_context_on_one_line(project: Project) -> None:
    [hit] = hits(project, "السفير")
    assert (hit.document_id, hit.text, hit.span.of(project.document("d2").text)) == (
        "d2", "السفير", "السفير",
    )  # fmt: skip
    assert hit.left.endswith("الوزير مع ")
    assert hit.right.startswith(" في عمان")
    [short] = search_project(project, Query("السفير"), context=3)
    assert (short.left, short.right) == ("مع ", " في")


def test_proclitics_and_spelling_make_no_difference_unless_asked_for(project: Project) -> None:
    assert places(project, "بَيروت") == [("d1", "بيروت")]
    assert places(project, "بيروت", proclitics=False) == []
    assert places(project, "اجتماع") == [("d1", "الاجتماع")]
    assert places(project, "وبيروت", is_exact=True) == [("d1", "وبيروت")]
    assert places(project, "وبَيروت", is_exact=True) == []


def test_a_regular_expression_reads_the_folded_text(project: Project) -> None:
    assert places(project, r"ال[وس]\w+", is_regex=True) == [
        ("d1", "السبت"), ("d2", "الوزير"), ("d2", "السفير"),
    ]  # fmt: skip
    assert places(project, "أجتمع", is_regex=True) == [("d2", "اجتمع")]
    with pytest.raises(UsageError, match="not a regular expression"):
        hits(project, "(", is_regex=True)


def test_names_spelt_alike_are_found_when_asked_for(project: Project) -> None:
    assert places(project, "وليدا") == []
    assert places(project, "ولييد", similar=True) == [("d1", "وليد"), ("d1", "وليد")]


def test_marks_alone_are_found_as_they_stand(project: Project) -> None:
    assert len(places(project, ".")) == 3


def test_filters_find_annotations(marked: EditingSession) -> None:
    project = marked.project
    assert places(project, types=only("PER")) == [("d1", "وليد")]
    assert places(project, types=only("MEET")) == [("d1", "زار")]
    assert places(project, roles=only("Participant")) == [("d1", "وليد")]
    assert places(project, statuses=only("uncertain")) == [("d1", "بغداد")]
    assert places(project, statuses=only("suggested")) == [("d1", "بيروت")]
    assert places(project, layers=only("ana"), types=only("GPE", "PER")) == [
        ("d1", "وليد"), ("d1", "بغداد"),
    ]  # fmt: skip
    assert places(project, types=only("GPE"), documents=only("d2")) == []


def test_a_pattern_and_filters_must_both_fit(marked: EditingSession) -> None:
    project = marked.project
    assert places(project, "بغداد", types=only("GPE")) == [("d1", "بغداد")]
    assert places(project, "بغداد", types=only("PER")) == []
    [hit] = hits(project, "وليد", types=only("PER"))
    assert (hit.layer, hit.type, hit.status, hit.roles) == ("ana", "PER", "added", ("Participant",))


def test_text_that_nobody_marked_is_found(marked: EditingSession) -> None:
    found = hits(marked.project, "وليد", statuses=only("unmarked"), layers=only("ana"))
    assert [(hit.start, hit.layer, hit.type) for hit in found] == [(37, "ana", None)]


def test_a_page_tells_whether_there_is_more(project: Project) -> None:
    assert [len(first_hits(project, Query("وليد"), limit=n)[0]) for n in (1, 2, 3)] == [1, 2, 2]
    assert [first_hits(project, Query("وليد"), limit=n)[1] for n in (1, 2)] == [True, False]


def test_a_filter_that_names_nothing_is_refused_at_once(project: Project) -> None:
    with pytest.raises(UsageError, match="no type 'XYZ'"):
        search_project(project, Query("x", types=only("XYZ")))
    with pytest.raises(UsageError, match="no layer"):
        search_project(project, Query(layers=only("zoe")))
    with pytest.raises(NotFoundError):
        search_project(project, Query("x", documents=only("d9")))
    with pytest.raises(UsageError, match="nothing to look for"):
        search_project(project, Query("  "))


ANY = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from('"*^():{}-+ANDORNEAR\\و ب\0\ud800_،'), max_size=20),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.builds(Query, ANY, *[st.booleans()] * 4))
def test_any_string_gives_hits_or_none(project: Project, query: Query) -> None:
    try:
        found = list(search_project(project, query))
    except UsageError:
        assert query.is_regex or not query.pattern.strip()
        return
    for hit in found:
        assert hit.text == hit.span.of(project.document(hit.document_id).text)


@pytest.mark.parametrize("pattern", ["ا" * 200_000, "كلمة " * 40_000, '" OR "' * 30_000])
def test_a_very_long_query_finds_nothing_and_harms_nothing(project: Project, pattern: str) -> None:
    assert hits(project, pattern) == []
