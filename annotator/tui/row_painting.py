"""Paint one row of the article: its cells, and the scene laid over them, as a strip."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from annotator.arabic.cells import Cell
from annotator.arabic.lines import Line
from annotator.model.span import Span
from annotator.tui.palette import Palette
from annotator.tui.scene import Mark, Scene


def paint_row(line: Line, scene: Scene, palette: Palette, *, has_cursor: bool) -> Strip:
    """The strip of a row; exactly `line.width` columns.

    Blanks that hang at the row's end carry no look: a mention goes on in the next row.
    """
    marks = scene.over(Span(line.start, max(line.end, line.start) + 1))
    text_end = max((cell.end for cell in line.cells if cell.text.strip()), default=line.start)
    plain = palette.text
    styles, segments = _Styles(marks, plain), _Segments(plain)
    segments.add(" " * line.left, plain)
    cursor_is_drawn = False
    for cell in line.cells:
        if not cell.width:
            continue
        style = styles.of(cell) if cell.start < text_end else plain
        text = cell.text
        sign = scene.signs.get(cell.start)
        if sign is not None:
            text, style = sign, palette.signed(style)
        if has_cursor and cell.start <= scene.cursor < cell.end:
            cursor_is_drawn = True
            style = palette.under_cursor(style)
        label = scene.labels.get(cell.start)
        if label is not None:
            text, style = label.ljust(cell.width), palette.label
        segments.add(text, style)
    segments.add(" " * (line.width - line.right), plain)
    strip = Strip(segments.finished(), line.width)
    if has_cursor and not cursor_is_drawn:
        return _with_cursor(strip, line.x_of(scene.cursor), palette)
    return strip


def _with_cursor(strip: Strip, x: int, palette: Palette) -> Strip:
    """The cursor in a column without a character: behind a line's end, on an empty line."""
    left, _, right = strip.divide([x, x + 1, strip.cell_length])
    under = Strip([Segment(" ", palette.under_cursor(palette.text))], 1)
    return Strip.join([left, under, right])


class _Styles:
    """The looks of cells, added up only where other marks lie over one than over the last."""

    def __init__(self, marks: Iterable[Mark], plain: Style) -> None:
        self._marks = [(mark.span.start, mark.span.end, mark.style) for mark in marks]
        self._plain = self._style = plain
        self._laid: list[Style] = []

    def of(self, cell: Cell) -> Style:
        begins, ends = cell.start, cell.end
        laid = [style for start, end, style in self._marks if start < ends and begins < end]
        if laid != self._laid:
            self._laid, self._style = laid, sum(laid, start=self._plain)
        return self._style


class _Segments:
    """Joins neighbours of one style: fewer bytes for the terminal."""

    def __init__(self, style: Style) -> None:
        self._done: list[Segment] = []
        self._style = style
        self._text: list[str] = []

    def add(self, text: str, style: Style) -> None:
        if style is not self._style and style != self._style:
            self._close()
            self._style = style
        self._text.append(text)

    def finished(self) -> list[Segment]:
        self._close()
        return self._done

    def _close(self) -> None:
        if text := "".join(self._text):
            self._done.append(Segment(text, self._style))
        self._text = []
