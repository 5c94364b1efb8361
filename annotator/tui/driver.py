"""The terminal driver: the terminal's own bidi switched off, nothing harmful let out."""

import re

from textual.drivers.linux_driver import LinuxDriver

from annotator.tui.compact_output import compacted
from annotator.tui.terminal import PLAIN, Profile

_ALONE = re.compile(
    r"\x1b\[[?<>=]?[0-9;]*(?:\$p|[hlu])"  # a mode, a question about one, the keyboard's protocol
    r"|\x1b\](?:52|22);[^\x07\x1b]*(?:\x07|\x1b\\)"  # the clipboard, the pointer's shape
    r"|\x07"
)
"""What Textual writes one at a time, never together with what is on the screen."""

_POINTER = "\x1b]22;"
_USUAL_POINTER = f"{_POINTER}default\x07"
"""The mouse pointer's shape as it is before anybody changes it."""

_DRAWN = re.compile(
    r"(?P<own>\x1b\[[0-9;:]*m|\x1b\[[0-9]+;[0-9]+H)"  # a style, a place
    r"|[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a drawing may hold besides characters, and what no text on the screen may hold."""


def harmless(data: str) -> str:
    """`data` with every control character that no sequence of ours explains made visible.

    The last line of defence: texts are cleaned where they are drawn, this catches what was missed.
    """
    if _ALONE.fullmatch(data):
        return data
    return _DRAWN.sub(lambda match: match["own"] or "·", data)


class BidiDriver(LinuxDriver):
    """Switches the terminal's bidi off inside the alternate screen, whichever way it is entered.

    Start, exit, a crash, suspend and resume all pass through the two methods.
    """

    profile: Profile = PLAIN
    _pointer = _USUAL_POINTER

    def write(self, data: str) -> None:
        """Hand `data` to the terminal, without what only hostile text could have brought."""
        if data.startswith(_POINTER):
            if data == self._pointer:  # Textual says so whenever a screen comes or goes
                return
            self._pointer = data
        if self.profile.left_out:
            data = data.replace(self.profile.left_out, "")
        super().write(compacted(harmless(data)))

    def start_application_mode(self) -> None:
        """Enter the alternate screen, then switch the terminal's bidi off."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        self._switch(self.profile.off, is_start=True)

    def stop_application_mode(self) -> None:
        """Switch the terminal's bidi on again, then leave the alternate screen."""
        self._switch(self.profile.on, is_start=False)
        super().stop_application_mode()

    def _switch(self, sequence: str, *, is_start: bool) -> None:
        if self.profile.name == "tmux":
            from annotator.tui.tmux import write_to_tmux_clients  # noqa: PLC0415 -- only inside tmux

            write_to_tmux_clients(is_start=is_start)
        elif sequence:
            super().write(sequence)  # not filtered: it is ours, and no text can bring it
            self.flush()


def driver_for(profile: Profile) -> type[BidiDriver]:
    """A driver class for one terminal profile; Textual makes the driver without asking us."""
    return type("ProfileDriver", (BidiDriver,), {"profile": profile})
