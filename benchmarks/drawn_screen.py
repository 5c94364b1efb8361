"""What stands on a terminal after all that was written to it: enough of one for our own screen."""

import re
import unicodedata

_PIECE = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\|\x1b."
    r"|(?P<return>\r)|(?P<down>\n)|(?P<text>[^\x1b\r\n]+)",
    re.DOTALL,
)


def drawn(stream: bytes, *, columns: int, rows: int) -> list[str]:
    """The rows as they stand at last; styles are left out."""
    cells = [[" "] * columns for _ in range(rows)]
    row = column = 0
    for piece in _PIECE.finditer(stream.decode("utf-8", "replace")):
        if piece["row"]:
            row, column = int(piece["row"]) - 1, int(piece["column"]) - 1
        elif piece["return"]:
            column = 0
        elif piece["down"]:
            row = min(row + 1, rows - 1)
        for char in piece["text"] or "":
            if unicodedata.combining(char):
                cells[row][max(0, column - 1)] += char
            elif column < columns:
                cells[row][column] = char
                column += 1
    return ["".join(line).rstrip() for line in cells]
