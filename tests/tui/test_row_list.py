"""A list of rows by itself: one more row paints itself, and nothing around the list."""

from collections.abc import AsyncIterator

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from annotator.tui.widgets.row_list import LazyRows, Row, RowList
from annotator.tui.widgets.split_line import Bit


class ListApp(App[None]):
    """Nothing but a list."""

    CSS = "RowList { height: 7; border-top: solid red; }"

    def compose(self) -> ComposeResult:
        yield RowList(highlight=Style(bold=True))


@pytest.fixture
async def shown() -> AsyncIterator[tuple[RowList, Pilot[None]]]:
    app = ListApp()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        yield app.query_one(RowList), pilot


def rows(count: int) -> list[Row]:
    return [Row(str(number), (Bit(f"row {number}"),)) for number in range(count)]


async def test_a_list_with_a_bar_grows_without_laying_the_screen_out_anew(
    shown: tuple[RowList, Pilot[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, pilot = shown
    listed.show(rows(40))
    while not listed.show_vertical_scrollbar:
        await pilot.pause()
    lays_out: list[bool] = []
    refresh = RowList.refresh

    def watched(self: RowList, *regions: Region, layout: bool = False, **kwargs: bool) -> RowList:
        lays_out.append(layout)
        return refresh(self, *regions, layout=layout, **kwargs)

    monkeypatch.setattr(RowList, "refresh", watched)
    listed.show(rows(80), highlighted="79")
    assert lays_out
    assert not any(lays_out)
    assert listed.vertical_scrollbar.window_virtual_size == 80
    assert 74 <= listed.scroll_y <= 79, "the last row is in view"


async def test_a_list_that_shrinks_below_what_is_in_view_is_scrolled_back(
    shown: tuple[RowList, Pilot[None]],
) -> None:
    listed, pilot = shown
    listed.show(rows(80), highlighted="79")
    while not listed.show_vertical_scrollbar:
        await pilot.pause()
    listed.show(rows(20), highlighted="19")
    while listed.scroll_y > listed.max_scroll_y:
        await pilot.pause()
    assert 14 <= listed.scroll_y <= 19, "the last row is in view"
    listed.show(rows(3), highlighted="2")
    while listed.scroll_y:
        await pilot.pause()


async def test_rows_made_when_they_are_shown_are_found_by_whoever_knows_their_place(
    shown: tuple[RowList, Pilot[None]],
) -> None:
    listed, _ = shown
    made: list[int] = []

    def make(place: int) -> Row:
        made.append(place)
        return rows(place + 1)[place]

    keys = [str(number) for number in range(1000)]
    for found in (LazyRows(keys, make), LazyRows(keys, make, find=keys.index)):
        listed.show(found, highlighted="900")
        assert listed.highlighted == "900"
    assert len(set(made)) < 50, "what is not in view is not made"
    listed.show(LazyRows(keys, make, find=lambda _: None), highlighted="gone")
    assert listed.highlighted is None
