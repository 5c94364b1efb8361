"""The modes a terminal is in after what was written to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.terminals.stream import Token, tokens

ALTERNATE_SCREEN = 1049
CURSOR = 25
LINE_WRAP = 7
MOUSE = frozenset({1000, 1002, 1003, 1005, 1006, 1015, 1016})
FOCUS, BRACKETED_PASTE, IN_BAND_RESIZE, SYNCHRONISED = 1004, 2004, 2048, 2026

_PRIVATE_MODE = re.compile(r"\x1b\[\?([\d;]+)([hl])")
_BIDI = re.compile(r"\x1b\[8([hl])")
_BIDI_BY_NAME = re.compile(r"\x1b\](?:50;BidiRenderingEnabled|5379;use_ctl)=(true|false)\x07")
_KEYBOARD = re.compile(r"\x1b\[([<>])\d*u")


@dataclass(slots=True)
class Modes:
    """Everything an application can leave in disorder; a fresh one is a shell's terminal."""

    private: set[int] = field(default_factory=lambda: {CURSOR, LINE_WRAP})
    """The DEC private modes that are set."""
    does_bidi: bool = True
    bidi_was_off_outside: bool = False
    """Whether bidi was ever off while the normal screen showed."""
    keyboard_depth: int = 0
    """How often the keyboard protocol was changed and not changed back."""

    def feed(self, stream: str) -> None:
        """Go on with what was written next; sequences must not be cut in two."""
        for token in tokens(stream):
            self._obey(token)

    def _obey(self, token: Token) -> None:
        if private := _PRIVATE_MODE.fullmatch(token.written):
            numbers = {int(number) for number in private[1].split(";")}
            change = self.private.update if private[2] == "h" else self.private.difference_update
            change(numbers)
        elif bidi := _BIDI.fullmatch(token.written):
            self.does_bidi = bidi[1] == "h"
        elif named := _BIDI_BY_NAME.fullmatch(token.written):
            self.does_bidi = named[1] == "true"
        elif keyboard := _KEYBOARD.fullmatch(token.written):
            # a terminal that is asked to leave more than was entered stays where it is
            depth = self.keyboard_depth + (1 if keyboard[1] == ">" else -1)
            self.keyboard_depth = max(0, depth)
        if not self.does_bidi and ALTERNATE_SCREEN not in self.private:
            self.bidi_was_off_outside = True

    @property
    def in_disorder(self) -> list[str]:
        """What is not as a shell wants it; empty when the terminal is as it was."""
        left_on: Iterable[tuple[str, bool]] = (
            ("the alternate screen is on", ALTERNATE_SCREEN in self.private),
            ("the cursor is hidden", CURSOR not in self.private),
            ("lines do not wrap", LINE_WRAP not in self.private),
            ("the mouse reports", bool(MOUSE & self.private)),
            ("the focus reports", FOCUS in self.private),
            ("pasting is bracketed", BRACKETED_PASTE in self.private),
            ("sizes are reported", IN_BAND_RESIZE in self.private),
            ("output is held back", SYNCHRONISED in self.private),
            ("the keyboard speaks a protocol", self.keyboard_depth > 0),
            ("the terminal's bidi is off", not self.does_bidi),
        )
        return [told for told, is_so in left_on if is_so]
