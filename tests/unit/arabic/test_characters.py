"""What is printed instead of characters that could harm, and what an import report counts."""

import pytest

from annotator.arabic.characters import (
    BIDI_CONTROLS,
    count_bidi_controls,
    count_controls,
    count_invisibles,
    is_invisible,
    shown,
)

EVERY_CONTROL = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))


def test_text_without_harm_is_the_very_same() -> None:
    text = "قال\u200cها [red] \u200f12% 😀"
    assert shown(text) is text


@pytest.mark.parametrize(
    ("payload", "printed"),
    [
        ("\x1b]52;c;YQ==\x07", "␛]52;c;YQ==·"),
        ("\x9b31m\x00\x7f\r", "·31m␀··"),
        ("a\nb\tc\u2028d\u2029", "a↵b⇥c↵d↵"),
        ("\udc9b\ud800", "��"),
        ("\u202eexe\u202c\u061c", "⇇exe↥⇠"),
    ],
)
def test_harmful_characters_become_one_visible_character_each(payload: str, printed: str) -> None:
    assert shown(payload) == printed
    assert len(printed) == len(payload)


def test_no_control_character_is_left() -> None:
    printed = shown(EVERY_CONTROL + "".join(BIDI_CONTROLS))
    assert printed.isprintable()
    assert not set(printed) & {*EVERY_CONTROL, *BIDI_CONTROLS}


def test_every_bidi_control_is_told_from_the_others() -> None:
    assert len(set(BIDI_CONTROLS.values())) == len(BIDI_CONTROLS) == 10


def test_line_ends_and_tabs_are_kept_only_when_asked_for() -> None:
    assert shown("a\r\nb\tc", newlines=True) == "a·\nb⇥c"
    assert shown("a\nb\tc", tabs=True) == "a↵b\tc"
    assert shown("a\nb\tc\x1b", newlines=True, tabs=True) == "a\nb\tc␛"


def test_counts_tell_controls_bidi_controls_and_invisibles_apart() -> None:
    text = "\x00\x1b\x85\t\r\n" + "\u202e\u2069" + "\u200c\u200d\u200f\ufeff\u00ad\U000e0041" + "ا"
    assert count_controls(text) == 3
    assert count_bidi_controls(text) == 2
    assert count_invisibles(text) == 6


@pytest.mark.parametrize("char", "\u064b\u0640\u06dd\u0600\u202e \u00a0")
def test_what_has_ink_width_or_another_name_is_no_invisible(char: str) -> None:
    assert not is_invisible(char)


@pytest.mark.parametrize("char", "\u200c\ufe0f\U000e0100\u3164\u180b\u2062")
def test_joiners_selectors_and_fillers_are_invisible(char: str) -> None:
    assert is_invisible(char)
