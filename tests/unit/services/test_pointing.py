"""Pointing a role: what each key leaves in it."""

from annotator.services.pointing import Pointing, filler_labels

NEAR = ("a", "b", "c")


def test_the_letter_of_an_empty_role_takes_the_likeliest_and_then_one_more() -> None:
    pointing = Pointing("Agent").with_next(NEAR)
    assert pointing.fillers == ("a",)
    assert pointing.with_next(NEAR).fillers == ("a", "b")


def test_what_the_machine_put_in_is_replaced_by_what_a_person_picks() -> None:
    assert Pointing("Agent", floating=("a", "b")).picked("c").fillers == ("c",)


def test_of_several_guesses_the_one_picked_stays() -> None:
    assert Pointing("Agent", floating=("a", "b")).picked("a").fillers == ("a",)


def test_what_a_person_picked_stays_when_one_more_is_picked_and_goes_when_picked_again() -> None:
    pointing = Pointing("Agent", floating=("a",)).picked("b").picked("c")
    assert pointing.fillers == ("b", "c")
    assert pointing.picked("b").fillers == ("c",)


def test_a_role_for_one_filler_never_has_two() -> None:
    pointing = Pointing("Medium", takes_one=True).with_next(NEAR)
    assert pointing.with_next(NEAR).fillers == ("b",)
    assert pointing.picked("c").picked("a").fillers == ("a",)


def test_a_role_is_emptied_of_guesses_first() -> None:
    assert Pointing("Agent", kept=("a",), floating=("b",)).emptied().fillers == ("a",)
    assert Pointing("Agent", kept=("a",)).emptied().fillers == ()


def test_what_was_taken_out_comes_last_when_the_letter_is_pressed_again() -> None:
    emptied = Pointing("Agent", floating=("a",)).emptied()
    assert emptied.with_next(NEAR).fillers == ("b",)
    assert emptied.with_next(NEAR).with_next(NEAR).with_next(NEAR).fillers == ("b", "c", "a")


def test_labels_are_no_keys_of_the_form() -> None:
    labels = filler_labels(["a", "x"])
    assert labels.startswith("1234567890cd")
    assert not set("abhqxz") & set(labels)
