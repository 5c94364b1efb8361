"""What can be worked on, in which order."""

from annotator.model.annotations import Annotations, key_of
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.navigation import Items, items_of, place_of


def held(*items: Mention | Event) -> Annotations:
    return Annotations({key_of(item): item for item in items})


def proposed(start: int, end: int, type_name: str = "PER") -> SuggestedMention:
    return SuggestedMention(Span(start, end), type_name, "test")


def test_items_come_in_reading_order_outer_ones_first() -> None:
    inner, outer = Mention("a", Span(4, 6), "PER"), Mention("b", Span(4, 9), "ORG")
    items = items_of(held(inner, outer), [proposed(0, 2)], "entities")
    assert [place_of(item) for item in items.all] == [Span(0, 2), Span(4, 9), Span(4, 6)]


def test_a_suggestion_where_a_mention_stands_or_across_its_border_is_settled() -> None:
    mention = Mention("a", Span(4, 9), "ORG")
    same, across, nested = proposed(4, 9), proposed(2, 6), proposed(5, 7)
    items = items_of(held(mention), [same, across, nested], "entities")
    assert list(items.open) == [nested]


def test_a_suggested_trigger_that_touches_an_event_is_settled() -> None:
    event = Event("e", Span(4, 9), "MEET")
    touching, free = (SuggestedEvent(Span(*s), "WAR", "test") for s in ((8, 12), (20, 24)))
    assert list(items_of(held(event), [touching, free], "events").open) == [free]


def test_the_levels_do_not_mix() -> None:
    annotations = held(Mention("a", Span(0, 2), "PER"), Event("e", Span(4, 9), "MEET"))
    assert [i.id for i in items_of(annotations, [], "entities").all] == ["a"]
    assert [i.id for i in items_of(annotations, [], "events").all] == ["e"]


def test_the_innermost_item_over_a_character_comes_first() -> None:
    outer, inner = Mention("o", Span(0, 9), "ORG"), Mention("i", Span(3, 6), "PER")
    items = items_of(held(outer, inner), [], "entities")
    assert [item.id for item in items.covering(4)] == ["i", "o"]
    assert [item.id for item in items.covering(7)] == ["o"]
    assert items.covering(9) == []


def test_the_next_open_item_is_behind_the_one_decided_even_inside_it() -> None:
    outer, inner, later = proposed(0, 9), proposed(0, 4), proposed(12, 14)
    items = Items((outer, inner, later))
    assert items.open_after(outer, 0) == inner
    assert items.open_after(inner, 0) == later
    assert items.open_after(later, 0) is None
    assert items.open_before(inner, 0) == outer


def test_without_an_item_the_cursor_says_what_is_next() -> None:
    first, second = proposed(2, 4), proposed(8, 9)
    items = Items((first, second))
    assert items.open_after(None, 2) == first
    assert items.open_after(None, 3) == second
    assert items.open_before(None, 8) == first


def test_an_item_knows_its_place_in_reading_order_also_beside_others_that_begin_there() -> None:
    inner, outer, last = (
        Mention("a", Span(4, 6), "PER"),
        Mention("b", Span(4, 9), "ORG"),
        Mention("c", Span(7, 9), "PER"),
    )
    items = Items([last, inner, outer])
    assert [items.index(item.id) for item in items.all] == [0, 1, 2]
    assert items.index("nobody") is None
    assert items.changed([outer], []).index("a") == 0
