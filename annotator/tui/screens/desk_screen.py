"""The screen of one desk: which widgets stand where, and what each is told to show."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from annotator.arabic.visual import visual
from annotator.services.argument_form import ArgumentForm, Slot, event_of, slots
from annotator.services.desk import Desk
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.panel import PanelLists, detail_rows, relation_rows
from annotator.tui.room import has_room_for_documents, has_room_for_panel
from annotator.tui.scene import Scene
from annotator.tui.scene_making import SceneMaker
from annotator.tui.spoken import told
from annotator.tui.status import (
    Place,
    argument_bits,
    key_bits,
    level_bits,
    message_bits,
    top_bits,
)
from annotator.tui.themes import worn
from annotator.tui.viewing import View
from annotator.tui.widgets.argument_bar import ArgumentBar
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.entity_legend import make_entity_legend
from annotator.tui.widgets.event_legend import make_event_legend
from annotator.tui.widgets.jump_bar import JumpBar
from annotator.tui.widgets.row_list import RowList
from annotator.tui.widgets.split_line import SplitLine


class DeskScreen(Screen[None]):
    """Shows a desk; what keys do is added by the classes built on it."""

    AUTO_FOCUS = "#entity-legend"

    def __init__(self, desk: Desk, *, place: Place, palette: Palette) -> None:
        super().__init__(id="annotate")
        self.desk = desk
        self.place = place
        self.palette = palette
        self.looks = Looks(desk.session.schema)
        self.form: ArgumentForm | None = None
        self.labels: Mapping[str, int] = {}
        """Labels drawn in the article, and the offset each is drawn at."""
        self.is_jumping = False
        """Whether the labels wait for one to jump to; else they are of fillers."""
        self.problem: str | None = None
        """Why the last action could not be stored; None while everything is."""
        self._scenes = SceneMaker(palette, self.looks)
        self._lists = PanelLists()
        self._message = ""
        self._is_refusal = False
        self._bindings_of: tuple[Widget | None, Sequence[Binding]] = (None, ())
        self._wants_panel: bool | None = None
        self.view = View()
        """How the person wants to see texts."""

    def compose(self) -> ComposeResult:
        """Article on the reading side, panel on the left, live letters below."""
        schema = self.desk.session.schema
        highlight = self.palette.row
        yield SplitLine(widget_id="top")
        with Horizontal(id="body"):
            yield RowList(highlight=highlight, widget_id="documents")
            with Vertical(id="panel"):
                yield RowList(highlight=highlight, widget_id="detail")
                yield RowList(highlight=highlight, widget_id="mentions")
                yield RowList(highlight=highlight, widget_id="events")
                if schema.relations:
                    yield RowList(highlight=highlight, widget_id="relations")
            yield Article(palette=self.palette, widget_id="article")
        yield SplitLine(widget_id="level")
        with Vertical(id="legends"):
            yield make_entity_legend(schema, self.looks, self.palette)
            yield make_event_legend(schema, self.looks, self.palette)
            yield JumpBar(widget_id="jump")
        yield SplitLine(widget_id="keys")

    def on_mount(self) -> None:
        """Give the lists their titles, and show the document."""
        for name, title in (
            ("#documents", told("documents")),
            ("#mentions", told("mentions")),
            ("#events", told("events")),
            ("#detail", told("active")),
        ):
            self.query_one(name).border_title = title
        for relations in self.query("#relations"):
            relations.border_title = told("relations")
        self.show_level()
        self.show_document()

    def on_resize(self, event: events.Resize) -> None:
        """Lists have a place where there is room for them."""
        has_room = has_room_for_panel(event.size.width)
        self.set_class(has_room if self._wants_panel is None else self._wants_panel, "-panel")
        self.set_class(has_room_for_documents(event.size.width), "-documents")
        self.call_after_refresh(self.show_all)

    def show_all(self) -> None:
        """Show again, the list of documents as well; there may be room for it now."""
        self.show()

    # -- showing

    def say(self, message: str, *, is_refusal: bool = False) -> None:
        """One line for the person; it stays until the next key."""
        self._message, self._is_refusal = message, is_refusal

    def show_document(self) -> None:
        """Show the whole text anew: another document is on the desk."""
        document = self.desk.session.document
        display = self.view.display(document)
        article = self.article
        title = visual(" ".join(document.title.split()), width=48, base=display.base)
        article.border_title = title.replace("[", "\\[")
        article.show_text(document.text, self._scene(), display=display)
        self.show_view()
        self.show()

    def show_view(self) -> None:
        """Draw the text as the person wants to see it."""
        display = self.view.display(self.desk.session.document)
        view = self.view
        self.article.show_as(display, most_columns=view.most_columns, spacing=view.spacing)

    def show_level(self) -> None:
        """Give what is live its legend, its frame and the focus."""
        live = "labels" if self.is_jumping else "arguments" if self.form else self.desk.level
        self.article.styles.border_top = ("heavy", worn().level(live))
        focused: Widget | None = None
        for name, widget in (
            ("entities", self.query_one("#entity-legend")),
            ("events", self.query_one("#event-legend")),
            ("labels", self.query_one("#jump")),
            *(("arguments", bar) for bar in self.query(ArgumentBar)),
        ):
            widget.display = name == live
            focused = widget if name == live else focused
        self.set_focus(focused)

    def show(self) -> None:
        """Bring every widget up to date; those that have nothing new paint nothing."""
        if not self.is_mounted:
            return
        now = self._slots()
        self.article.show_scene(self._scene(now))
        self.article.reveal(self.desk.cursor)
        self.query_one("#top", SplitLine).show(
            *top_bits(self.desk, self.place, problem=self.problem, figures=self.figures)
        )
        self._show_level_bar()
        self._show_panel()
        if self.form is not None:
            for bar in self.query(ArgumentBar):
                bar.show(now, self.desk.text)
        self._show_keys()

    @property
    def figures(self) -> str:
        """What the first row says of time and keys."""
        return ""

    @property
    def article(self) -> Article:
        """The article."""
        return self.query_one("#article", Article)

    def _slots(self) -> Sequence[Slot]:
        return slots(self.form, self.desk) if self.form is not None else ()

    def _scene(self, now: Sequence[Slot] = ()) -> Scene:
        drawn = {offset: label for label, offset in self.labels.items()}
        form = self.form
        is_picking = self.is_jumping or (form is not None and form.pointing is not None)
        return self._scenes.scene(
            self.desk, slots=now, labels=drawn, is_arguing=form is not None, is_picking=is_picking
        )

    def _show_level_bar(self) -> None:
        bar = self.query_one("#level", SplitLine)
        event = event_of(self.form, self.desk) if self.form is not None else None
        if self.is_jumping:
            bar.show(*level_bits(self.desk, self.looks, tag="labels"))
        elif event is None:
            bar.show(*level_bits(self.desk, self.looks, tag=self.desk.level))
        else:
            pointing = self.form.pointing if self.form is not None else None
            role = pointing.role if pointing is not None else None
            bar.show(*argument_bits(event, self.desk.text, self.looks, pointing=role))

    def _show_panel(self) -> None:
        if not self.has_class("-panel"):
            return
        active = self.desk.active
        active_id = active.id if active is not None else None
        detail = self.query_one("#detail", RowList)
        width = detail.size.width or 36
        detail.show(detail_rows(self.desk, self.looks, width=width))
        lists = self._lists.rows(self.desk, self.looks, self.palette, width=width)
        for name, rows in zip(("#mentions", "#events"), lists, strict=True):
            self.query_one(name, RowList).show(rows, highlighted=active_id)
        if self.desk.session.schema.relations:
            relations = self.query_one("#relations", RowList)
            relations.show(relation_rows(self.desk, width=width), highlighted=active_id)

    def _show_keys(self) -> None:
        line = self.query_one("#keys", SplitLine)
        if self._message:
            width = self.size.width
            line.show(message_bits(self._message, is_refusal=self._is_refusal, width=width))
            self._message = ""
            return
        live = () if self.is_jumping else self._live_bindings()  # labels take every key
        line.show(*key_bits(live, width=self.size.width, keyboard=self.keyboard))

    def _live_bindings(self) -> Sequence[Binding]:
        """What keys do where the focus is; Textual takes a while to say so."""
        if self._bindings_of[0] is not self.focused:
            live = [active.binding for active in self.active_bindings.values()]
            self._bindings_of = (self.focused, live)
        return self._bindings_of[1]

    @property
    def keyboard(self) -> str:
        """The layout keys are read by; empty while it is the one that bindings are written for."""
        return ""

    async def on_split_line_clicked(self, message: SplitLine.Clicked) -> None:
        """A click on a key does what the key does."""
        message.stop()
        await self.run_action(message.action)

    def show_themed(self) -> None:
        """Draw everything anew: another theme is worn."""
        self._scenes, self._lists = SceneMaker(self.palette, self.looks), PanelLists()
        for rows in self.query(RowList):
            rows.highlight = self.palette.row
        self.show_level()
        self.show_all()
        self.refresh(recompose=False, layout=True)
        for widget in self.query("*"):
            widget.refresh()

    def action_toggle_panel(self) -> None:
        """Show or hide the side panel."""
        self._wants_panel = not self.has_class("-panel")
        self.set_class(self._wants_panel, "-panel")
        self.call_after_refresh(self.show)
