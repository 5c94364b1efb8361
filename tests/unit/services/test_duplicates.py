"""Documents that belong together are found when they come, and grouped by what links them."""

import pytest

from annotator.errors import UsageError
from annotator.model.change import Added, Item
from annotator.model.document import Document, Zone
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.services import duplicates
from annotator.services.document_groups import DisjointSets, document_groups, join_documents
from annotator.services.duplicates import find_duplicates, prose
from annotator.services.project import Project
from annotator.services.story_links import find_stories
from annotator.store import documents, groups

PASSAGE = "وقال المتحدث باسم الوزارة إن الجانبين اتفقا على إطار واضح للعمل المشترك"
OTHER = "ارتفعت أسعار القمح في الأسواق العالمية خلال الربع الثالث بسبب موجة الجفاف الطويلة"
COPY = " ".join(f"كلمة{n} رقم{n} في{n}" for n in range(40))


def own(name: str) -> str:
    """Words that no other document has."""
    return " ".join(f"{name}{n}" for n in range(30))


def add(project: Project, **texts: str) -> None:
    with project.writing() as connection:
        made = [
            Document(key, text, meta={"published": "2024-03-09"}) for key, text in texts.items()
        ]
        documents.add(connection, made, at="2025-01-01T00:00:00Z")


def linked(project: Project) -> list[tuple[str, str, str, float]]:
    return [
        (link.first, link.second, link.signal, link.strength) for link in find_duplicates(project)
    ]


def test_copies_and_shared_passages_are_linked(project: Project) -> None:
    add(
        project,
        a=f"{COPY}.",
        b=COPY.replace("كلمة7 ", "شيء "),
        c=f"في العاصمة أمس. {PASSAGE}. وانتهى الاجتماع.",
        d=f"{OTHER}، {PASSAGE.replace('إن', 'إنَّ')}؟",
        e=OTHER[:40],
    )
    found = linked(project)
    assert [(first, second, signal) for first, second, signal, _ in found] == [
        ("a", "b", "copy"), ("a", "b", "passage"), ("c", "d", "passage"),
    ]  # fmt: skip
    assert found[0][3] > 0.9
    assert found[2][3] == 12


def test_only_what_is_new_is_compared(project: Project) -> None:
    add(project, a=f"{own('a')} {PASSAGE}")
    assert linked(project) == []
    add(project, b=f"{own('b')} {PASSAGE}")
    assert linked(project) == [("a", "b", "passage", 12)]
    assert linked(project) == []
    assert [group.documents for group in document_groups(project)] == [("a", "b")]


def test_comparing_in_batches_comes_to_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates, "_COMPARED_TOGETHER", 1)
    add(project, **{name: f"{own(name)} {PASSAGE}" for name in "abc"})
    assert [pair[:2] for pair in linked(project)] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_what_an_outlet_prints_everywhere_links_nothing(project: Project) -> None:
    add(project, **{f"n{n}": f"{own(f'n{n}x')} {PASSAGE}" for n in range(25)})
    assert linked(project) == []


def test_furniture_is_no_prose() -> None:
    text = "شارك الخبر\nنص المقال.\nبقلم سامي"
    zones = (Zone(Span(0, 10), "furniture"), Zone(Span(22, 31), "byline"))
    assert prose(Document("a", text, zones=zones)).split() == ["نص", "المقال."]
    assert prose(Document("a", text, zones=(Zone(Span(0, 10), "headline"),))) == text


def test_groups_are_chained_and_keep_the_key_of_the_first(project: Project) -> None:
    add(project, a=f"أولا {PASSAGE}", b=f"{PASSAGE} {OTHER}", c=f"ثالثا {OTHER}")
    find_duplicates(project)
    [group] = document_groups(project)
    assert (group.key, group.documents) == ("a", ("a", "b", "c"))
    assert len(group.links) == 2


def test_a_person_may_join_documents(project: Project) -> None:
    join_documents(project, ["d2", "d1"])
    [group] = document_groups(project)
    assert group.documents == ("d1", "d2")
    assert group.links[0].signal == "person"
    with pytest.raises(UsageError):
        join_documents(project, ["d1", "d1"])


def test_a_new_text_is_compared_anew(project: Project) -> None:
    add(project, a=f"أولا {PASSAGE}", b=f"ثانيا {PASSAGE}")
    find_duplicates(project)
    with project.writing() as connection:
        documents.replace(connection, Document("b", "نص آخر"), at="2025-01-01T00:00:00Z")
        groups.forget_text(connection, "b")
    assert linked(project) == []
    assert document_groups(project) == []


def tell_story(project: Project, document_id: str, slugs: str, event_type: str) -> None:
    items: list[Item] = [
        Mention(f"{document_id}{s}", Span(0, 4), "PER", kb=s) for s in slugs.split()
    ]
    items.append(Event(f"{document_id}e", Span(0, 4), event_type))
    project.record("ana", [Added(document_id, item) for item in items])


def test_one_story_is_known_by_rare_names_date_and_event(project: Project) -> None:
    add(project, a="نص أول", b="نص ثان", c="نص ثالث", d="نص رابع")
    project.record("ana", [Added("", Identity(slug, slug)) for slug in "uvwxyz"])
    tell_story(project, "a", "u v w", "MEET")
    tell_story(project, "b", "u v w x", "MEET")
    tell_story(project, "c", "u v w", "ATTACK")
    tell_story(project, "d", "u v y", "MEET")
    assert [(link.first, link.second, link.detail) for link in find_stories(project)] == [
        ("a", "b", "u v w")
    ]
    with project.writing() as connection:
        late = Document("b", "نص ثان", meta={"published": "2024-03-13"})
        documents.replace(connection, late, at="2025-01-01T00:00:00Z")
    assert find_stories(project) == []
    assert document_groups(project) == []


def test_sets_are_joined_by_what_they_share() -> None:
    sets = DisjointSets()
    for one, other in (("a", "b"), ("c", "d"), ("b", "c"), ("e", "f")):
        sets.join(one, other)
    assert len({sets.root(item) for item in "abcd"}) == 1
    assert sets.root("e") == sets.root("f") != sets.root("a")
