"""The annotate screen with the tutorial's panel above it: one lesson after another, all real."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump

from annotator.model.annotations import Annotations
from annotator.services.lesson_stage import put_in_order
from annotator.services.lessons import Course, Lesson, event_at, is_reached
from annotator.tui.keymap import as_typed, written
from annotator.tui.lesson_words import LESSON_WORDS, action_ids, task
from annotator.tui.modals.lessons_done import LessonsDoneModal
from annotator.tui.screens.annotate import AnnotateScreen
from annotator.tui.widgets.lesson_panel import LessonPanel
from annotator.wording import worded

_SKIP, _BACK = "tutorial.skip", "tutorial.back"
_MOVING = ("annotate.move.", "annotate.view.")
"""Actions that change nothing: no word is lost on them."""


class TutorialScreen(AnnotateScreen):
    """Sees by what is stored and shown that a lesson is done, whatever keys did it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,at", "skip_lesson", "skip this lesson", show=False, id=_SKIP),
        Binding(
            "ctrl+r,ampersand",
            "lesson_back",
            "begin this lesson again, or the one before",
            show=False,
            id=_BACK,
        ),
    ]

    course: Course
    lesson_keys: Mapping[str, str]
    """Identifier of an action -> its key, as the person has it."""
    done: frozenset[int] = frozenset()
    """Places of the lessons that were done."""
    _number: int = -1
    _is_under_way: bool = False
    """Whether the lesson has begun: what it is about is in order."""
    _begun_with: Annotations | None = None
    _lesson_answer: tuple[str, bool] = ("", True)

    def compose(self) -> ComposeResult:
        """The panel, and all of the annotate screen."""
        yield LessonPanel()
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin, once everything is there."""
        self.call_after_refresh(self._begin, 0)

    @property
    def offers_tutorial(self) -> bool:
        """It is one."""
        return False

    # -- lessons

    @property
    def lesson(self) -> Lesson:
        """The one that is under way."""
        return self.course.lessons[max(0, self._number)]

    async def _begin(self, place: int) -> None:
        """Put everything in order for a lesson, and go to where it takes place."""
        self._is_under_way = False
        is_again, self._number = place <= self._number, place
        await self.close_form()
        lesson = self.lesson
        put_in_order(self.desk.session, lesson, is_again=is_again)
        await self._go_to(lesson)
        self._begun_with = self.desk.session.annotations
        self._is_under_way = True
        self.show()

    async def _go_to(self, lesson: Lesson) -> None:
        """The cursor on its place; what is to be decided there is chosen."""
        desk = self.desk
        desk.level = "events" if lesson.name in ("trigger", "argument", "guesses") else "entities"
        self.show_level()
        desk.go(lesson.begins_at.start)
        if lesson.name not in ("mark", "nested", "trigger", "events", "finish"):
            desk.choose(next(iter(desk.items().covering(desk.cursor)), None))
        if lesson.name == "argument":
            event = event_at(desk.session.annotations, lesson.span, lesson.type)
            if event is not None:
                await self._open_form(event.id, ())  # nothing guessed: there is a role to fill

    async def _go_on(self, place: int) -> None:
        """To the next lesson; behind the last one to the end."""
        if place != self._number or not self._is_under_way:
            return  # pressed meanwhile
        if place + 1 < len(self.course.lessons):
            await self._begin(place + 1)
            return
        self._is_under_way = False
        keys = [
            (LESSON_WORDS[lesson.name].title, " ".join(self._keys_of(lesson)))
            for number, lesson in enumerate(self.course.lessons)
            if number in self.done
        ]
        modal = LessonsDoneModal(
            keys,
            skipped_count=len(self.course.lessons) - len(self.done),
            highlight=self.palette.row,
        )
        self.app.push_screen(modal, lambda _: self.app.exit())

    async def action_skip_lesson(self) -> None:
        """Go on without having done it."""
        if self._is_under_way:
            self._lesson_answer = ("", True)
            await self._go_on(self._number)

    async def action_lesson_back(self) -> None:
        """Begin it again; where nothing was done in it yet, the one before."""
        if not self._is_under_way:
            return
        is_untouched = self.desk.session.annotations is self._begun_with
        self._lesson_answer = ("", True)
        await self._begin(max(0, self._number - 1) if is_untouched else self._number)

    # -- what is said

    def show(self) -> None:
        """Show; whatever changed, it may be what the lesson asks for."""
        super().show()
        if not self.is_mounted or not self._is_under_way:
            return
        self._show_panel_of_lesson()
        if is_reached(self.lesson, self.desk):
            title = worded(LESSON_WORDS[self.lesson.name].title)
            self._lesson_answer = (worded("right: {title}", title=title), True)
            self.done |= {self._number}
            self.call_next(self._go_on, self._number)

    def _show_panel_of_lesson(self) -> None:
        panel, lesson = self.query_one(LessonPanel), self.lesson
        skip, back = (as_typed(self.lesson_keys[key], self._layout) for key in (_SKIP, _BACK))
        panel.show_place(
            self._number + 1,
            len(self.course.lessons),
            LESSON_WORDS[lesson.name].title,
            skip=skip,
            back=back,
        )
        schema = self.desk.session.schema
        panel.show_task(task(lesson, self.desk.text, schema), self._keys_of(lesson))
        answer, is_good = self._lesson_answer
        panel.show_answer(answer, is_good=is_good)

    def _keys_of(self, lesson: Lesson) -> list[str]:
        ids = (action for action in action_ids(lesson) if action in self.lesson_keys)
        return [as_typed(self.lesson_keys[action], self._layout) for action in ids]

    @property
    def _layout(self) -> str:
        return self.key_reader.layout

    # -- keys that lead elsewhere

    def on_key(self, event: events.Key) -> None:
        """Remember what a key is for; once it has acted, see whether it led anywhere."""
        live = self.active_bindings.get(event.key)
        binding = live.binding if live is not None else None
        before, place = self.desk.session.annotations, self._number
        judge = (event.key, binding, before, place)
        # the key is acted on by the application, then by whoever has the focus
        self.call_next(self.app.call_later, self._after_key, *judge)

    def _after_key(self, *judged: object) -> None:
        focused = self.focused
        path = focused.ancestors_with_self if focused is not None else [self]
        self._pass_on([node for node in path if isinstance(node, MessagePump)], judged)

    def _pass_on(self, path: Sequence[MessagePump], judged: Sequence[object]) -> None:
        """Go the way a message of whoever has the focus goes, so as to come behind it."""
        if path and path[0] is not self.app:
            path[0].call_later(self._pass_on, path[1:], judged)
        else:
            self.call_after_refresh(self._judge, *judged)

    def _judge(self, key: str, binding: Binding | None, before: Annotations, place: int) -> None:
        """Say kindly what a key did that the lesson did not ask for."""
        if place != self._number or not self._is_under_way or self.app.screen is not self:
            return
        action = (binding.id or "") if binding is not None else ""
        if action in (_SKIP, _BACK):
            return
        again = as_typed(self.lesson_keys[_BACK], self._layout)
        now = self.desk.session.annotations
        if now is not before:
            undo = as_typed(self.lesson_keys["annotate.undo.undo"], self._layout)
            said = worded(
                "that did something else; {undo} takes it back, {again} begins the lesson again",
                undo=undo,
                again=again,
            )
            if self._begun_with is not None and now.items == self._begun_with.items:
                said = worded("all is as it was before; once more")
        elif action in action_ids(self.lesson):
            return  # it was refused, and the last row says why
        elif not action:
            said = worded("{key} does nothing here", key=written(key))
        elif action.startswith(_MOVING):
            said = worded("{again} brings the cursor back to where the lesson is", again=again)
        else:
            does = worded(binding.tooltip or binding.description) if binding is not None else ""
            said = worded("{key} is for something else: {does}", key=written(key), does=does)
        self._lesson_answer = (said, False)
        self._show_panel_of_lesson()


def teaching(course: Course, keys: Mapping[str, str]) -> type[TutorialScreen]:
    """A screen that gives these lessons; `keys` are the person's, by what they do."""
    own = {"course": course, "lesson_keys": keys}
    return type("CourseScreen", (TutorialScreen,), own)
