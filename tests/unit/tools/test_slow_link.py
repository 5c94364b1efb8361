"""A slow line: what goes in comes out later, whole and in order; and what then stands drawn."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.drawn_screen import drawn
from tools.slow_link import DelayLine


def test_nothing_comes_out_before_its_time() -> None:
    line = DelayLine(0.1)
    line.put(b"p", now=1.0)
    assert line.arrived(now=1.09) == b""
    assert line.next_s(now=1.09) is not None
    assert line.arrived(now=1.1) == b"p"
    assert line.next_s(now=1.1) is None


@given(st.lists(st.tuples(st.floats(0, 0.2), st.binary(min_size=1, max_size=5)), max_size=30))
def test_what_is_typed_ahead_comes_out_whole_and_in_order(
    typed: list[tuple[float, bytes]],
) -> None:
    line, now, out = DelayLine(0.1), 0.0, b""
    for wait, data in typed:
        now += wait
        line.put(data, now=now)
        out += line.arrived(now=now)
    out += line.arrived(now=now + 0.1)
    assert out == b"".join(data for _, data in typed)


def test_a_screen_is_what_was_written_last_at_each_place() -> None:
    stream = "\x1b[2J\x1b[1;1Hone\r\ntwo\x1b[1;3H\x1b[1;31mly\x1b[0m\x1b[2;1Hتَ".encode()
    assert drawn(stream, columns=6, rows=3) == ["only", "تَwo", ""]
