"""Things found by place: the same answers after any number of changes as if made anew."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.placed import Order, Placed
from annotator.model.span import Span, reading_order

Thing = tuple[Span, str]
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 9)
)
THINGS = st.dictionaries(st.sampled_from("abcdefghijkl"), SPANS, max_size=10)


def order(thing: Thing) -> Order:
    span, name = thing
    return (*reading_order(span), name)


def placed(things: dict[str, Span]) -> Placed[Thing]:
    return Placed(((span, name) for name, span in things.items()), order)


@given(THINGS, THINGS, SPANS)
def test_what_followed_answers_as_what_was_made_anew(
    before: dict[str, Span], after: dict[str, Span], asked: Span
) -> None:
    old, anew = placed(before), placed(after)
    gone = [(span, name) for name, span in before.items() if after.get(name) != span]
    come = [(span, name) for name, span in after.items() if before.get(name) != span]
    followed = old.changed(gone, come)
    assert list(followed.all) == list(anew.all)
    assert followed.over(asked) == anew.over(asked)
    assert followed.over(asked) == [thing for thing in anew.all if thing[0].overlaps(asked)]
    assert followed.beginning_in(asked) == anew.beginning_in(asked)
    assert followed.at(asked) == [thing for thing in anew.all if thing[0] == asked]


def test_it_knows_what_differs_from_the_one_it_was_made_of_and_from_no_other() -> None:
    one, two = (Span(0, 3), "one"), (Span(4, 6), "two")
    first = Placed([one], order)
    second = first.changed([one], [two])
    assert second.since(first) == ((one,), (two,))
    assert second.since(second) == ((), ())
    third = second.changed([], [one])
    assert third.since(first) is None
