"""What a new mention names by the way it is worded: by rules that stay silent in doubt."""

from collections.abc import Sequence

import pytest

from annotator.model.annotations import mention_order
from annotator.model.mention import Mention
from annotator.model.placed import Placed
from annotator.model.span import Span
from annotator.services.known_names import KnownNames
from annotator.services.namesakes import Namesakes
from annotator.services.schemas import load_schema

SCHEMA = load_schema("siyasa")


def marked(text: str, *wanted: tuple[str, str], acting: Sequence[str] = ()) -> list[Mention]:
    """A mention for each (words, type), the words looked for one after the other or nested."""
    found: list[Mention] = []
    place = 0
    for words, type_name in wanted:
        start = text.find(words, place)
        start = text.index(words) if start < 0 else start
        place = start if " " in words else start + 1
        attributes = {"metonym": True} if words in acting else {}
        span = Span(start, start + len(words))
        found.append(Mention(f"m{len(found)}", span, type_name, attributes=attributes))
    return found


def namesakes(
    text: str, mentions: Sequence[Mention], proposed_persons: Sequence[Span] = ()
) -> Namesakes:
    """Those of a text with some mentions."""
    known = KnownNames(text).following(Placed(mentions, mention_order))
    return Namesakes(text, SCHEMA, known, proposed_persons)


def same(text: str, *wanted: tuple[str, str], acting: Sequence[str] = ()) -> str | None:
    """What the last of the mentions names as well, in words."""
    *before, new = marked(text, *wanted, acting=acting)
    found = namesakes(text, before).of(new)
    return None if found is None else found.span.of(text)


@pytest.mark.parametrize(
    ("text", "first", "new"),
    [
        ("قال وزير النقل سامي نجار", ("وزير النقل", "TTL"), ("سامي نجار", "PER")),
        ("قال سامي نجار، وزير النقل، إن", ("سامي نجار", "PER"), ("وزير النقل", "TTL")),
        ("زار النرويج وفد نرويجي", ("النرويج", "GPE"), ("نرويجي", "NORP")),
        ("نرويجيون وصحيفة نرويجية", ("نرويجيون", "NORP"), ("نرويجية", "NORP")),
        ("نقلت صحيفة المرفأ عن المرفأ", ("صحيفة المرفأ", "MED"), ("المرفأ", "MED")),
        ("نقلت صحيفة «المرفأ» عن المرفأ", ("صحيفة «المرفأ»", "MED"), ("المرفأ", "MED")),
        ("نقلت عن المرفأ صحيفة «المرفأ»", ("المرفأ", "MED"), ("صحيفة «المرفأ»", "MED")),
        ("صدر بيان مشترك، وقال البيان", ("بيان مشترك", "DOC"), ("البيان", "DOC")),
        ("حضر الطرفان ورحب الطرفين", ("الطرفان", "GRP"), ("الطرفين", "GRP")),
    ],
)
def test_a_rule_finds_the_same_thing(
    text: str, first: tuple[str, str], new: tuple[str, str]
) -> None:
    assert same(text, first, new) == first[0]


@pytest.mark.parametrize(
    ("text", "first", "new"),
    [
        ("وزير النقل وسامي نجار", ("وزير النقل", "TTL"), ("سامي نجار", "PER")),
        ("سامي نجار وزير النقل", ("سامي نجار", "PER"), ("وزير النقل", "TTL")),
        ("زار النرويج وفد سويدي", ("النرويج", "GPE"), ("سويدي", "NORP")),
        ("صدر بيان، وقالت بيانات", ("بيان", "DOC"), ("بيانات", "DOC")),
        ("صدر بيان، وقال التقرير", ("بيان", "DOC"), ("التقرير", "DOC")),
    ],
)
def test_without_a_sign_nothing_is_the_same(
    text: str, first: tuple[str, str], new: tuple[str, str]
) -> None:
    assert same(text, first, new) is None


def test_a_title_before_the_next_name_is_not_the_one_behind() -> None:
    text = "سامي نجار، وزير النقل كمال حداد"
    name, other, title = marked(
        text, ("سامي نجار", "PER"), ("كمال حداد", "PER"), ("وزير النقل", "TTL")
    )
    assert namesakes(text, [name, other]).of(title) == other
    assert namesakes(text, [name], (other.span,)).of(title) is None


def test_of_two_titles_in_one_another_the_inner_one_takes_the_first_of_two_names() -> None:
    text = "مبعوث وزير النقل سامي نجار، كمال حداد"
    outer, inner, first, second = marked(
        text,
        ("مبعوث وزير النقل", "TTL"),
        ("وزير النقل", "TTL"),
        ("سامي نجار", "PER"),
        ("كمال حداد", "PER"),
    )
    assert namesakes(text, [outer, inner], (second.span,)).of(first) == inner
    assert namesakes(text, [outer, inner, first]).of(second) == outer
    assert namesakes(text, [outer, inner]).of(first) == outer, "one name is the outer one's"


def test_a_title_that_names_somebody_else_already_is_left_alone() -> None:
    text = "وزير النقل سامي نجار. وزير النقل كمال حداد"
    title, name, other = marked(
        text, ("وزير النقل", "TTL"), ("سامي نجار", "PER"), ("كمال حداد", "PER")
    )
    named = [Mention(m.id, m.span, m.type, kb="najjar") for m in (title, name)]
    second = Span(text.rindex("وزير"), text.rindex("وزير") + len("وزير النقل"))
    again = Mention("again", second, "TTL", kb="najjar")
    assert namesakes(text, [*named, again]).of(other) is None


def test_a_capital_names_its_country_only_where_it_acts_for_it() -> None:
    wanted = (("النرويج", "GPE"), ("أوسلو", "GPE"))
    assert same("أعلنت النرويج، وقالت أوسلو", *wanted, acting=["أوسلو"]) == "النرويج"
    assert same("أعلنت النرويج، وقالت أوسلو", *wanted) is None


def test_a_title_that_many_bear_is_told_from_an_office() -> None:
    text = "الدكتور ورئيس الوزراء"
    doctor, premier = marked(text, ("الدكتور", "TTL"), ("رئيس الوزراء", "TTL"))
    names = namesakes(text, [])
    assert names.is_style(doctor)
    assert not names.is_style(premier)
