"""Bring a terminal back that something left in disorder, whatever it was."""

import os

from annotator.tui.terminal import reset_sequence


def write_modes(descriptor: int) -> None:
    """Leave the alternate screen, show the cursor, switch off all that reports, bidi on again.

    Terminals around a tmux are told as well.
    """
    os.write(descriptor, reset_sequence(is_in_screen="STY" in os.environ).encode())
    if os.environ.get("TMUX"):
        from annotator.tui.tmux import write_to_tmux_clients  # noqa: PLC0415 -- only inside tmux

        write_to_tmux_clients(is_start=False)


def make_line_sane(descriptor: int) -> bool:
    """Echo, line editing and signals as a shell wants them, like `stty sane`.

    Returns:
        Whether there was anything to set: Windows has no such line.
    """
    try:
        import termios  # noqa: PLC0415 -- Windows has none
    except ImportError:
        return False
    attributes = termios.tcgetattr(descriptor)
    attributes[0] |= termios.BRKINT | termios.ICRNL | termios.IXON
    attributes[0] &= ~(termios.IGNBRK | termios.INLCR | termios.IGNCR | termios.ISTRIP)
    attributes[1] |= termios.OPOST | termios.ONLCR
    attributes[3] |= termios.ISIG | termios.ICANON | termios.IEXTEN
    attributes[3] |= termios.ECHO | termios.ECHOE | termios.ECHOK
    attributes[3] &= ~(termios.ECHONL | termios.NOFLSH | termios.TOSTOP)
    termios.tcsetattr(descriptor, termios.TCSADRAIN, attributes)
    return True
