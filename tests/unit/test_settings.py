"""The settings file: what it may hold, and how one choice is written into it."""

import pytest

from annotator.errors import InvalidDataError
from annotator.settings import Settings, load_settings, save_setting, settings_file
from annotator.tui.terminal import PROFILES


def write(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text, encoding="utf-8")


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert load_settings() == Settings(bidi_terminal="auto")


def test_a_saved_choice_is_there_the_next_time() -> None:
    save_setting("bidi_terminal", "konsole")
    save_setting("bidi_terminal", "vte")
    assert load_settings().bidi_terminal == "vte"


def test_saving_keeps_the_other_lines() -> None:
    write('# mine\nbidi_terminal = "plain"  # for the old laptop\n')
    save_setting("bidi_terminal", "vte")
    assert settings_file().read_text(encoding="utf-8") == '# mine\nbidi_terminal = "vte"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bidi_terminal =", "is no TOML"),
        ('bidi = "vte"', "no setting 'bidi'"),
        ('bidi_terminal = "xterm"', "cannot be 'xterm'"),
        ("bidi_terminal = 8", "cannot be 8"),
    ],
)
def test_a_file_that_is_wrong_is_named_with_its_fault(text: str, told: str) -> None:
    write(text)
    with pytest.raises(InvalidDataError, match=told) as raised:
        load_settings()
    assert str(settings_file()) in str(raised.value)


def test_a_file_that_is_no_text_is_named() -> None:
    write("")
    settings_file().write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidDataError, match="cannot be read"):
        load_settings()


@pytest.mark.parametrize(("key", "value"), [("bidi_terminal", 'x"\ny = "z'), ("colours", "dark")])
def test_nothing_unknown_is_written(key: str, value: str) -> None:
    save_setting("bidi_terminal", "vte")
    with pytest.raises(InvalidDataError):
        save_setting(key, value)
    assert load_settings().bidi_terminal == "vte"
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.toml"]


def test_every_profile_can_be_chosen() -> None:
    for name in PROFILES:
        save_setting("bidi_terminal", name)
        assert load_settings().bidi_terminal == name
