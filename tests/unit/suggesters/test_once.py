"""What was made of the thing asked about last is kept, and of no other."""

from annotator.suggesters.once import made_once


def test_the_same_thing_is_made_of_once() -> None:
    asked: list[list[str]] = []

    @made_once
    def length(words: list[str]) -> int:
        asked.append(words)
        return len(words)

    one, other = ["a"], ["b", "c"]
    assert (length(one), length(one), length(other), length(other)) == (1, 1, 2, 2)
    assert asked == [one, other]


def test_an_equal_thing_is_another_one() -> None:
    @made_once
    def first(words: list[str]) -> list[str]:
        return words[:1]

    one, equal = ["a"], ["a"]
    assert first(one) is first(one)
    assert first(one) is not first(equal)
