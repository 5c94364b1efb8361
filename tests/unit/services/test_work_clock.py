"""Time and keys of decisions: idle time is cut, pauses and breaks are none of it."""

from annotator.services.work_clock import BREAK_S, Figures, WorkClock, spoken
from annotator.wording import use_language


class Hands:
    """A clock that a test moves, and the keys pressed on it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.work = WorkClock(lambda: self.now, idle_s=60.0)

    def press(self, *, after: float) -> None:
        self.now += after
        self.work.pressed()


def test_a_decision_takes_the_time_and_keys_since_the_one_before() -> None:
    hands = Hands()
    hands.press(after=5)
    hands.press(after=2)
    hands.press(after=3)
    assert hands.work.decided() == (5.0, 3)
    hands.press(after=4)
    assert hands.work.decided() == (4.0, 1)
    assert hands.work.figures == Figures(decisions=2, keys=4, seconds=9.0)


def test_time_without_a_key_counts_up_to_the_cut() -> None:
    hands = Hands()
    hands.press(after=0)
    hands.press(after=3600)
    assert hands.work.decided() == (60.0, 2)


def test_in_a_pause_no_time_passes_and_no_key_counts() -> None:
    hands = Hands()
    hands.press(after=0)
    hands.work.pause()
    hands.press(after=50)
    hands.work.go_on()
    hands.press(after=2)
    assert hands.work.decided() == (2.0, 2)


def test_a_key_that_the_program_sent_itself_is_no_key() -> None:
    hands = Hands()
    hands.press(after=0)
    hands.press(after=0)
    hands.work.forget_key()
    assert hands.work.decided() == (0.0, 1)


def test_a_long_gap_and_a_pause_are_breaks_and_a_reminder_counts_anew() -> None:
    hands = Hands()
    hands.press(after=0)
    for _ in range(10):
        hands.press(after=100)
    assert hands.work.without_break_s == 1000
    hands.press(after=BREAK_S)
    assert hands.work.without_break_s == 0
    hands.press(after=100)
    hands.work.broke()
    assert hands.work.without_break_s == 0


def test_a_session_is_summed_up_in_a_line() -> None:
    assert Figures(4, 10, 90.0).summary() == "4 decisions in 1 min: 2.5 keys and 22.5 s each"
    assert Figures(1, 1, 3.0).summary() == "1 decision in 3 s: 1.0 keys and 3.0 s each"


def test_durations_are_spoken_in_the_largest_units() -> None:
    assert [spoken(s) for s in (45, 720, 3900)] == ["45 s", "12 min", "1 h 5 min"]


def test_both_are_told_in_the_language_of_the_screen() -> None:
    use_language("ar")
    try:
        assert [spoken(s) for s in (1, 45, 120, 3900)] == [
            "ثانية", "45 ثانية", "دقيقتان", "ساعة و5 دقائق",
        ]  # fmt: skip
        assert Figures(3, 6, 30.0).summary().startswith("3 قرارات في 30 ثانية")
    finally:
        use_language("en")
