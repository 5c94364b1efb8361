"""The lines that are expected on the screen, computed apart from the widget that draws them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.arabic.layout import lay_out
from annotator.arabic.shaping import lam_alef_breaks
from tools.terminal_pictures.raster import Color
from tools.terminal_pictures.sample import sample_highlights, sample_text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the terminal."""

    row: int
    column: int
    """The terminal's column in which `cells` begin."""
    cells: tuple[str, ...]
    """What each column shows; "" continues the cell before it."""
    colors: tuple[Color | None, ...]
    """What lies behind each column, None for the ground."""
    drawn: str
    """What the widget said it draws there, blanks at both ends gone."""

    @property
    def text(self) -> str:
        """The line in display order."""
        return "".join(self.cells)


def expected_rows(*, width: int, column: int, first_row: int, drawn: list[str]) -> list[Row]:
    """The sample wrapped at `width`, as it must stand at a place of the terminal."""
    highlights = sample_highlights()
    borders = [border for each in highlights for border in (each.span.start, each.span.end)]
    layout = lay_out(sample_text(), width=width, breaks=lam_alef_breaks(sample_text(), borders))
    rows = []
    for number, said in zip(range(layout.row_count), drawn, strict=False):
        line = layout.line(number)
        if not line.text.strip():
            continue  # nothing to see, or the cursor
        cells = [" "] * line.left
        for cell in line.cells:
            cells += [cell.text, *[""] * (cell.width - 1)] if cell.width else []
        colors: list[Color | None] = [None] * len(cells)
        for each in highlights:
            for start, end in line.pieces(each.span):
                colors[start:end] = [each.color] * (end - start)
        rows.append(Row(first_row + number, column, tuple(cells), tuple(colors), said.strip()))
    return rows


def save_rows(rows: list[Row], path: Path) -> None:
    """Keep the rows for the side that looks at the pictures."""
    path.write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")


def load_rows(path: Path) -> list[Row]:
    """Read them there."""
    return [
        Row(
            each["row"],
            each["column"],
            tuple(each["cells"]),
            tuple(tuple(color) if color else None for color in each["colors"]),
            each["drawn"],
        )
        for each in json.loads(path.read_text(encoding="utf-8"))
    ]
