"""A few lines of Arabic drawn as the screen draws them, to see whether they read right."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.arabic.visual import visual
from annotator.tui.restoring import write_modes
from annotator.tui.terminal import DOES_IT, Profile

SAMPLE = (
    "1. هذه الجملة تُقرأ من اليمين، 2. وحروفها متصلة، 3. ونهايتها في اليسار.",
    "لأنّ الأرقام مثل 2025 وأسماء مثل Reuters تبقى كما هي، كتبناها هنا.",
)

QUESTION = "Does each line read from right to left, its letters joined, 1 right of 2 right of 3?"

TRIED_IN_TURN = ("plain", "vte", "konsole", "mlterm", "screen", DOES_IT)
"""The profiles worth a try where the one that was recognised is wrong."""


@contextmanager
def shown_sample(profile: Profile, descriptor: int) -> Iterator[None]:
    """The sample on the alternate screen under a profile; after that the terminal is as it was."""
    is_raw = profile.name == DOES_IT
    lines = "\r\n\r\n".join(f"    {visual(line, base='rtl', is_raw=is_raw)}" for line in SAMPLE)
    begin = f"\x1b[?1049h{profile.off}\x1b[2J\x1b[2;1H"
    try:
        os.write(descriptor, begin.encode())
        if profile.name == "tmux":
            from annotator.tui.tmux import write_to_tmux_clients  # noqa: PLC0415 -- only inside it

            write_to_tmux_clients(is_start=True)
        os.write(descriptor, f"{lines}\r\n\r\n".encode())
        yield
    finally:
        write_modes(descriptor)
