"""What terminals answer, and which profile that makes."""

import pytest

from annotator.tui.driver import harmless
from annotator.tui.keymap import key_named, written
from annotator.tui.pace import REST_S, Pace
from annotator.tui.terminal import (
    OVERRIDE_VARIABLE,
    PROFILES,
    chosen,
    draws_every_color,
    is_answered,
    recognised,
    reset_sequence,
)

DA1 = b"\x1b[?62;1c"


@pytest.mark.parametrize(
    ("answer", "environment", "profile"),
    [
        (b"\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\" + DA1, {}, "vte"),
        (b"\x1b[8;2$y" + DA1, {}, "vte"),
        (b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\" + DA1, {}, "plain"),
        (b"\x1bP>|Konsole 22.12.3\x1b\\" + DA1, {}, "konsole"),
        (b"\x1bP>|kitty(0.26.5)\x1b\\" + DA1, {}, "kitty"),
        (b"\x1bP>|tmux 3.3a\x1b\\" + DA1, {"KONSOLE_VERSION": "221203"}, "tmux"),
        (DA1, {"MLTERM": "3.9.2"}, "mlterm"),
        (DA1, {"TMUX": "set", "MLTERM": "3.9.2"}, "tmux"),
        (b"\x1bP>|XTerm(379)\x1b\\" + DA1, {"MLTERM": "leaked"}, "plain"),
        (b"", {}, "plain"),
    ],
)
def test_a_terminal_is_known_by_what_it_says_before_what_is_inherited(
    answer: bytes, environment: dict[str, str], profile: str
) -> None:
    assert recognised(answer, environment).name == profile


def test_the_last_question_is_answered_by_every_terminal() -> None:
    assert is_answered(b"\x1b[8;0$y" + DA1)
    assert not is_answered(b"\x1b[8;0$y")


def test_a_profile_can_be_asked_for_by_name_or_variable() -> None:
    assert chosen("konsole", {OVERRIDE_VARIABLE: "vte"}) == PROFILES["konsole"]
    assert chosen(None, {OVERRIDE_VARIABLE: "vte"}) == PROFILES["vte"]
    assert chosen("auto", {}) is None
    assert chosen(None, {}) is None


def test_what_is_switched_off_is_switched_on_again() -> None:
    for profile in PROFILES.values():
        assert bool(profile.off) == bool(profile.on)
        assert profile.off != profile.on or not profile.off


def test_xterm_draws_every_colour_though_its_name_says_sixteen() -> None:
    assert draws_every_color(b"\x1bP>|XTerm(379)\x1b\\" + DA1)
    assert not draws_every_color(DA1)


@pytest.mark.parametrize(
    "own",
    [
        "\x1b[1;31mنص\x1b[0m\x1b[2;3H\x1b[38;2;1;2;3m\n",
        "\x1b[?1049h",
        "\x1b[?2026$p",
        "\x1b[>1u",
        "\x1b]52;c;eA==\x07",
        "\x1b]22;default\x07",
    ],
)
def test_the_driver_lets_its_own_sequences_out(own: str) -> None:
    assert harmless(own) == own


@pytest.mark.parametrize(
    ("hostile", "seen"),
    [
        ("a\x1bPq\x1b\\b\x9b31m\x07\x00", "a·Pq·\\b·31m··"),
        ("\x1b]0;title\x07", "·]0;title·"),
        ("نص\x1b]52;c;eA==\x07", "نص·]52;c;eA==·"),
        ("نص\x1b[?1049l", "نص·[?1049l"),
        ("\x1b[2;3H\x1b[8h\x1b[6n", "\x1b[2;3H·[8h·[6n"),
        ("\u202eنص\u2066\u061c\ud800", "·نص···"),
        ("a\rb\tc", "a·b·c"),
    ],
)
def test_the_driver_lets_nothing_hostile_out_with_what_is_drawn(hostile: str, seen: str) -> None:
    assert harmless(hostile) == seen


def test_reset_leaves_the_alternate_screen_and_shows_the_cursor() -> None:
    for sequence in ("\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[8h"):
        assert sequence in reset_sequence()


@pytest.mark.parametrize(
    ("key", "text"),
    [("ctrl+f", "Ctrl+F"), ("shift+tab", "⇧Tab"), ("full_stop", "."), ("f1", "F1"), ("Q", "Q")],
)
def test_keys_are_written_as_people_read_them(key: str, text: str) -> None:
    assert written(key) == text


def test_a_character_names_its_key() -> None:
    assert [key_named(character) for character in "p,.`"] == [
        "p",
        "comma",
        "full_stop",
        "grave_accent",
    ]


@pytest.mark.parametrize(
    ("keys", "times", "heard"),
    [
        pytest.param(
            "     ",
            [0.0, 0.5, 0.53, 0.56, 0.56 + REST_S],
            ["person", "person", "begins", "burst", "person"],
            id="held",
        ),
        pytest.param(
            "aaaa",
            [0.0, 0.4, 0.49, 0.58],
            ["person", "person", "person", "begins"],
            id="held where keys repeat slowly",
        ),
        pytest.param("aa", [0.0, 0.09], ["person", "person"], id="pressed twice"),
        pytest.param("asdfas", [n * 0.04 for n in range(6)], ["person"] * 6, id="typed fast"),
        pytest.param("asd", [0.0, 0.001, 0.002], ["person"] * 3, id="three through a slow link"),
        pytest.param(
            "asdfg",
            [n * 0.001 for n in range(5)],
            ["person", "person", "person", "begins", "burst"],
            id="pasted",
        ),
        pytest.param(
            "asdfg",
            [n * 0.015 for n in range(5)],
            ["person", "person", "person", "begins", "burst"],
            id="pasted key by key",
        ),
    ],
)
def test_only_held_and_pasted_keys_are_no_persons(
    keys: str, times: list[float], heard: list[str]
) -> None:
    pace = Pace()
    assert [pace.hears(at, key) for at, key in zip(times, keys, strict=True)] == heard
