"""The signals that end the program, kept waiting until it can end in order."""

import signal

ENDING = (signal.SIGTERM, signal.SIGHUP)


def hold_ending_signals() -> None:
    """Let them wait: while the terminal is asked and entered, nothing could give it back."""
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)


def release_ending_signals() -> None:
    """Let those that wait, and later ones, come."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
