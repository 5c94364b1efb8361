"""Messages meant for a person: every failure a user can cause or cure is one of these."""


class AnnotatorError(Exception):
    """A failure whose message names the thing and the remedy; shown as one line, no traceback."""

    exit_code = 1
    """The process's exit code when a command ends with this error."""


class UsageError(AnnotatorError):
    """The command line was used wrongly: a missing choice, two options that exclude each other."""

    exit_code = 2


class NotFoundError(AnnotatorError):
    """A project, file, document, layer or label schema that was named does not exist."""

    exit_code = 3


class InvalidDataError(AnnotatorError):
    """What was read breaks a rule of its format, of the text or of the label schema."""

    exit_code = 4


class TryAgainError(AnnotatorError):
    """Something outside failed for now: the disk is full, the file is locked, the hub is down."""

    exit_code = 75


class SuggesterError(AnnotatorError):
    """A suggester cannot do its work, and why; the other suggesters go on without it."""
