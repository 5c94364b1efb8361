"""A typed line: edits replace the selection, steps stop at letters, undo takes words back."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.tui.typed import History, Typed, Way

TEXT = "قال Reuters لأوكرانيا"
ALPHABET = "ابلآ ًَ\u200c\u200dxy 1٢🙂漢"
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.text(ALPHABET, max_size=4)),
        st.tuples(st.just("letter"), st.sampled_from(ALPHABET)),
        st.tuples(st.just("erase"), st.sampled_from(["back", "on"])),
        st.tuples(st.just("word"), st.sampled_from(["back", "on"])),
        st.tuples(st.just("go"), st.integers(-2, 12)),
        st.tuples(st.just("select"), st.integers(-2, 12)),
    )
)


def test_what_is_typed_replaces_what_is_selected() -> None:
    line = Typed(TEXT).over(Span(4, 11))
    assert (line.selected, line.inserted("ق").text) == ("Reuters", "قال ق لأوكرانيا")
    assert line.erased("back").text == "قال  لأوكرانيا"
    assert line.inserted("ق").selection is None


def test_the_cursor_steps_over_a_letter_with_its_marks_and_over_lam_alef() -> None:
    line = Typed("كَتَبَ لا")
    assert line.letter_border("on") == 2
    assert Typed("لا x").letter_border("on") == 2, "lam-alef is one cell"
    assert Typed("ا\u200cب").letter_border("on") in (1, 2)


def test_backspace_takes_one_character_so_that_a_wrong_mark_can_be_mended() -> None:
    assert Typed("بَ").at(2).erased("back").text == "ب"


def test_words_are_leapt_over_and_erased() -> None:
    line = Typed(TEXT).at(len(TEXT))
    assert line.word_border("back") == TEXT.index("لأ")
    assert line.erased("back", is_word=True).text == "قال Reuters "
    assert Typed(TEXT).word_border("on") == 4
    assert Typed(TEXT).word_at(5) == Span(4, 11)
    assert Typed(TEXT).word_at(3) is None


def typed_one_by_one(letters: str) -> History:
    history = History()
    for letter in letters:
        history.edits(history.now.inserted(letter), is_letter=not letter.isspace())
    return history


def test_undo_takes_back_a_word_at_a_time_and_redo_brings_it_again() -> None:
    history = typed_one_by_one("سامي نجار")
    assert [history.undo() and history.now.text for _ in range(4)] == ["سامي ", "سامي", "", False]
    assert [history.redo() and history.now.text for _ in range(3)] == ["سامي", "سامي ", "سامي نجار"]


def test_a_new_edit_forgets_what_could_be_done_again() -> None:
    history = typed_one_by_one("اب")
    history.undo()
    history.edits(history.now.inserted("ت"))
    assert not history.redo()


@given(EDITS)
def test_whatever_is_done_the_cursor_stays_in_the_text_and_undo_reaches_the_beginning(
    edits: list[tuple[str, str | int]],
) -> None:
    history = History()
    states = {""}
    for kind, what in edits:
        now = history.now
        match kind, what:
            case "insert", str():
                history.edits(now.inserted(what))
            case "letter", str():
                history.edits(now.inserted(what), is_letter=True)
            case "erase" | "word", str():
                way: Way = "back" if what == "back" else "on"
                history.edits(now.erased(way, is_word=kind == "word"))
            case _, int():
                history.goes(now.at(what, selects=kind == "select"))
        now = history.now
        states.add(now.text)
        assert 0 <= now.cursor <= len(now.text)
        assert 0 <= now.anchor <= len(now.text)
        assert now.text[min(now.cursor, now.anchor) : max(now.cursor, now.anchor)] == now.selected
    last = history.now.text
    steps = 0
    while history.undo():
        steps += 1
        assert history.now.text in states
    assert history.now.text == ""
    for _ in range(steps):
        history.redo()
    assert history.now.text == last
