"""What work in the background tells the screen."""

from textual.message import Message


class SuggestionsArrived(Message):
    """New suggestions are stored for a document."""

    def __init__(self, document_id: str) -> None:
        super().__init__()
        self.document_id = document_id


class BurstStopped(Message):
    """Keys came faster than a person presses them; the first of them came at `began`."""

    def __init__(self, began: float) -> None:
        super().__init__()
        self.began = began


class WorkFailed(Message):
    """Work in the background could not be done; the sentence says what and why."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class AttributeCycled(Message):
    """A key asks for the next value of an attribute of what is active."""

    def __init__(self, attribute: str) -> None:
        super().__init__()
        self.attribute = attribute
