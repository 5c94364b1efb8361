"""What the tutorial says of each lesson: a title, what to do, and the keys that do it."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.arabic.visual import shortened
from annotator.model.label_schema import LabelSchema
from annotator.services.lessons import Lesson, LessonName
from annotator.wording import marked, named, worded

_WORDS_COLUMNS = 20
ENTER = "picking.take"
"""Takes what stands out in a list."""


@dataclass(frozen=True)
class Words:
    """Of one lesson."""

    title: str
    task: str
    keys: tuple[str, ...]
    """Identifiers of the actions; `{type}`, `{event}` and `{role}` in them are the lesson's."""


_LETTER = "entity.label.{type}"
LESSON_WORDS: Mapping[LessonName, Words] = {
    "accept": Words(
        marked("take a suggestion"),
        marked("«{words}» is suggested as {type}, and rightly so: take it"),
        ("annotate.decide.accept",),
    ),
    "sentence": Words(
        marked("the rest of a sentence"),
        marked("all that is suggested from «{words}» on is right: take the whole sentence"),
        ("annotate.decide.sentence",),
    ),
    "reject": Words(
        marked("turn a suggestion down"),
        marked("«{words}» is suggested as {type}, and is not: turn it down"),
        ("annotate.decide.reject",),
    ),
    "undo": Words(
        marked("take an action back"),
        marked("take that back; any action can be, one after another, tomorrow as well"),
        ("annotate.undo.undo",),
    ),
    "redo": Words(
        marked("bring it back"),
        marked("turning «{words}» down was right: bring it back"),
        ("annotate.undo.redo",),
    ),
    "relabel": Words(
        marked("another type"),
        marked("«{words}» was taken for {wrong} but is {type}: press the letter of that type"),
        (_LETTER,),
    ),
    "mark": Words(
        marked("mark a word"),
        marked("nothing suggests «{words}», {type}: its letter marks it, without «{proclitic}»"),
        (_LETTER,),
    ),
    "proclitic": Words(
        marked("cut a proclitic off"),
        marked("«{proclitic}» does not belong to the name: cut it off; again restores it"),
        ("annotate.adjust.proclitic",),
    ),
    "boundary": Words(
        marked("move a border"),
        marked("«{shown}» goes on to «{last}»: move the end a word out"),
        ("annotate.adjust.end-out",),
    ),
    "nested": Words(
        marked("a mention in a mention"),
        marked("inside «{shown}» go on to «{words}», and mark it as {type}"),
        ("annotate.move.left", _LETTER),
    ),
    "propagate": Words(
        marked("the same words everywhere"),
        marked("«{words}» stands again further on: mark all of them the same way"),
        ("annotate.adjust.propagate",),
    ),
    "identity": Words(
        marked("who is it?"),
        marked("say who or what «{words}» is: in the list the likeliest stands out, take it"),
        ("annotate.adjust.identity", ENTER),
    ),
    "flag": Words(
        marked("not sure?"),
        marked("flag «{words}» as uncertain: the last check will list it"),
        ("annotate.adjust.flag",),
    ),
    "note": Words(
        marked("a note"),
        marked("write why, for whoever comes after you; then keep it"),
        ("annotate.adjust.note", ENTER),
    ),
    "events": Words(
        marked("the other layer"),
        marked("now for what happened: change from entities to events"),
        ("annotate.view.level",),
    ),
    "trigger": Words(
        marked("a trigger"),
        marked("«{words}» tells of {event}: the letter marks it and opens its roles"),
        ("event.trigger.{type}",),
    ),
    "argument": Words(
        marked("fill a role"),
        marked("the letter of a role takes the nearest who may fill it: {role}"),
        ("arguments.{role}",),
    ),
    "guesses": Words(
        marked("an event with its roles"),
        marked("of «{words}» the roles are guessed, and guessed right: take all at once"),
        ("arguments.take-all",),
    ),
    "finish": Words(
        marked("done"),
        marked("the check lists what is left, a letter goes to each; finish all the same"),
        ("annotate.document.done", ENTER),
    ),
}


def task(lesson: Lesson, text: str, schema: LabelSchema) -> str:
    """What to do, in the language spoken."""
    span, shown = lesson.span, lesson.begins_at
    return worded(
        LESSON_WORDS[lesson.name].task,
        words=_cut(span.of(text)),
        shown=_cut(shown.of(text)),
        proclitic=text[shown.start : span.start],
        last=_cut(text[shown.end : span.end]),
        type=_type_name(schema, lesson.type),
        wrong=_type_name(schema, lesson.wrong_type),
        event=_event_name(schema, lesson.type),
        role=_role_name(schema, lesson.role),
    )


def action_ids(lesson: Lesson) -> tuple[str, ...]:
    """The actions that do what the lesson asks for, in order."""
    keys = LESSON_WORDS[lesson.name].keys
    return tuple(key.format(type=lesson.type, role=lesson.role) for key in keys)


def _cut(words: str) -> str:
    return shortened(" ".join(words.split()), width=_WORDS_COLUMNS)


def _type_name(schema: LabelSchema, name: str) -> str:
    part = schema.entities.get(name)
    return f"{name} ({named(part.ar, part.en)})" if part is not None else name


def _event_name(schema: LabelSchema, name: str) -> str:
    part = schema.events.get(name)
    return f"{name} ({named(part.ar, part.en)})" if part is not None else name


def _role_name(schema: LabelSchema, name: str) -> str:
    part = schema.roles.get(name)
    return named(part.ar, part.en) if part is not None else name
