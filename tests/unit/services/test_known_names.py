"""Names found by their words, whatever changed before."""

from annotator.model.annotations import mention_order
from annotator.model.mention import Mention
from annotator.model.placed import Placed
from annotator.model.span import Span
from annotator.services.known_names import KnownNames

TEXT = "أحمد الخالدي وإسراء والخالدي ثم احمد الخالدي"
FULL, AGAIN, LAST = (
    Mention("full", Span(0, 12), "PER"),
    Mention("again", Span(32, 44), "PER"),
    Mention("last", Span(21, 28), "PER"),
)


def placed(*mentions: Mention) -> Placed[Mention]:
    return Placed(mentions, mention_order)


def test_another_spelling_is_the_same_name_and_another_type_is_not() -> None:
    names = KnownNames(TEXT).following(placed(AGAIN, FULL))
    asked = Mention("new", AGAIN.span, "PER")
    assert list(names.same_words(asked)) == [FULL, AGAIN]
    assert list(names.same_words(Mention("new", AGAIN.span, "ORG"))) == []


def test_a_last_name_has_the_longer_ones_that_end_so() -> None:
    names = KnownNames(TEXT).following(placed(FULL, LAST))
    assert list(names.longer(LAST)) == [FULL]
    assert list(names.longer(FULL)) == []


def test_it_follows_changes_and_starts_anew_where_they_are_not_known() -> None:
    first = placed(FULL)
    names = KnownNames(TEXT).following(first)
    second = first.changed([FULL], [AGAIN])
    assert list(names.following(second).same_words(FULL)) == [AGAIN]
    assert list(names.following(placed(LAST)).same_words(FULL)) == []
    assert names.following(first) is names


def test_names_that_only_quotes_tell_apart_are_found_and_go_with_a_change() -> None:
    quoted = Mention("quoted", Span(4, 12), "MED")
    names = KnownNames("قال «المرفأ» امس").following(placed(quoted))
    asked = names.bare_words(quoted)
    assert list(names.with_bare_words("MED", asked)) == [quoted]
    assert list(names.changed([quoted], []).with_bare_words("MED", asked)) == []
    assert list(names.changed([quoted], []).placed.all) == []
