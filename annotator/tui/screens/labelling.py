"""Labels drawn in the article: typing one says which of the things on screen is meant."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.services.navigation import Item, place_of
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.identifying import IdentifyingScreen
from annotator.tui.widgets.jump_bar import JumpBar
from annotator.wording import worded


class LabellingScreen(IdentifyingScreen):
    """Waits for a label and hands what it stands on to whoever asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "jump", "labels to jump to", show=False, id="annotate.move.jump"),
    ]

    _labelled: tuple[Item, ...] = ()
    """What the labels in the article stand on, in the order of the labels."""
    _then: Callable[[Item], None] | None = None
    _empty: Callable[[], None] | None = None

    def action_jump(self) -> None:
        """Draw labels on what is on screen, and go to the one that is typed."""
        cursor = self.desk.cursor
        near = sorted(self.desk.items().all, key=lambda item: abs(place_of(item).start - cursor))
        self.wait_for_label(near, self.desk.choose)

    def wait_for_label(
        self,
        items: Iterable[Item],
        then: Callable[[Item], None],
        *,
        asks: str = "",
        empty: Callable[[], None] | None = None,
        empties: str = "",
    ) -> bool:
        """Draw labels on `items` and give the one whose label is typed to `then`.

        With `empty`, Backspace means none of them; `asks` and `empties` say what the label is for
        and what Backspace does. False, with the reason shown, if none of `items` is on screen.
        """
        placed = placed_labels(items, self.desk.text, self.article.visible_span)
        if not placed:
            self.refuse(worded("nothing of the kind is on screen; scroll, then try again"))
            return False
        self._labelled = tuple(item for item, _, _ in placed)
        self._then, self._empty = then, empty
        self.labels = {label: offset for _, label, offset in placed}
        self.is_jumping = True
        self.query_one("#jump", JumpBar).wait_for(
            frozenset(self.labels), asks=asks, empties=empties if empty is not None else ""
        )
        self.show_level()
        self.show()
        return True

    def on_jump_bar_picked(self, message: JumpBar.Picked) -> None:
        """Give it to whoever asked."""
        message.stop()
        item, then = self._labelled[list(self.labels).index(message.label)], self._then
        self._stop_waiting()
        if then is not None:
            then(item)
        self.show()

    def on_jump_bar_emptied(self, message: JumpBar.Emptied) -> None:
        """None of them."""
        message.stop()
        empty = self._empty
        self._stop_waiting()
        if empty is not None:
            empty()
        self.show()

    def on_jump_bar_cancelled(self, message: JumpBar.Cancelled) -> None:
        """As it was."""
        message.stop()
        self._stop_waiting()
        self.show()

    def _stop_waiting(self) -> None:
        self.is_jumping = False
        self.labels, self._labelled = {}, ()
        self._then = self._empty = None
        self.show_level()
