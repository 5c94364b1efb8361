"""What there is room for: which lists stand beside the article at a width.

None where the terminal orders text: it orders whole rows, across lists that stand side by side.
"""

from annotator.arabic.display import is_order_left_to_terminal

_PANEL_FROM_COLUMNS = 110
_DOCUMENTS_FROM_COLUMNS = 170


def has_room_for_panel(width: int) -> bool:
    """Whether the side panel stands open unless somebody closed it."""
    return width >= _PANEL_FROM_COLUMNS and not is_order_left_to_terminal()


def has_room_for_documents(width: int) -> bool:
    """Whether the list of documents has a place of its own."""
    return width >= _DOCUMENTS_FROM_COLUMNS and not is_order_left_to_terminal()
