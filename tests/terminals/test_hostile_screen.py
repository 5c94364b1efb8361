"""No widget draws a harmful character, whatever text, title, name, note or label holds it."""

import asyncio
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from annotator.cli.diagnostics import ExitCode
from annotator.cli.main import run
from annotator.model.layer import RESERVED_NAMES
from annotator.services.opening import open_where_left
from annotator.tui.app import AnnotatorApp
from tests.terminals.conftest import Start
from tests.terminals.hostile import PAYLOADS, attack_count, harm_in, hostile_texts
from tests.unit.model.schema_texts import COMPLETE

SIZE = (150, 40)  # wide enough for the panel
KEYS = (
    ("f1",),
    ("escape", "f2"),
    ("escape", "ctrl+p"),
    ("escape", "ctrl+f", "PASTE"),
    ("enter",),
    ("escape", "ctrl+f", "PASTE THE MENTION", "enter"),
    ("semicolon", "PASTE"),
    ("escape", "quotation_mark", "PASTE"),
    ("enter",),
    ("grave_accent",),
    ("k",),  # an event of the label schema, and its argument form
    ("escape", "escape", "Q"),
    ("escape", "f8"),
)
"""After each, the screen is looked at; PASTE puts a hostile string where one types."""

MENTION = "بيروت"


class Attack(NamedTuple):
    """One hostile string for each place a string can come from."""

    text: str
    title: str
    document: str
    layer: str
    note: str
    label: str
    typed: str


PLACES = len(Attack._fields)
ATTACKS = st.builds(Attack, *[hostile_texts()] * PLACES).filter(
    lambda attack: attack.layer.strip() and attack.layer not in RESERVED_NAMES
)


def _renamed(label: str) -> Callable[[re.Match[str]], str]:
    return lambda match: f"{match[0][:3]} {label}"


def make_project(attack: Attack, folder: Path) -> Path:
    """A project in which everything is hostile.

    NUL is refused at the door, controls in the names of a label schema are as well.
    """
    safe = Attack(*(part.replace("\0", "\x01") for part in attack))
    project, schema, lines = folder / "p.db", folder / "s.yaml", folder / "l.jsonl"
    label = json.dumps(re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", safe.label))
    named = re.sub(r"en: (?:person|attack|agent|place)|ar: (?:شخص|هجوم)", _renamed(label), COMPLETE)
    schema.write_text(named, encoding="utf-8")
    text = f"{safe.text} وصل وفد من {MENTION}"
    start = text.rindex(MENTION)
    line = {
        "doc_id": safe.document,
        "text": text,
        "meta": {"title": safe.title},
        "layer": safe.layer,
        "entities": [{"id": "T1", "start": start, "end": start + 5, "type": "PER", "kb": "b"}],
        "events": [],
        "notes": [{"text": safe.note, "by": safe.layer, "on": "T1"}],
        "identities": {"b": {"label": safe.note}},
    }
    other = {"doc_id": f"{safe.document} 2", "text": safe.title, "entities": [], "events": []}
    lines.write_text(f"{json.dumps(line)}\n{json.dumps(other)}\n", encoding="utf-8")
    if run(["init", "--project", str(project), "--schema", str(schema)]) != ExitCode.DONE:
        run(["init", "--project", str(project)])  # the label is one that no schema may have
    run(["import", "--project", str(project), str(lines)])
    return project


def drawn_while_working(project: Path, attack: Attack) -> list[str]:
    """What the screen shows after each of the keys."""
    layer = attack.layer.replace("\0", "\x01")
    app = AnnotatorApp(project, open_where_left(project, named=layer))
    pictures: list[str] = []

    async def work() -> None:
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            for keys in KEYS:
                for key in keys:
                    if key.startswith("PASTE"):
                        pasted = attack.typed if key == "PASTE" else MENTION
                        app.post_message(events.Paste(pasted))
                    else:
                        await pilot.press(key)
                    await pilot.pause()
                pictures.append(app.export_screenshot())

    asyncio.run(work())
    return pictures


@settings(
    max_examples=attack_count(strings_each=PLACES, otherwise=2),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(attack=ATTACKS)
def test_no_widget_draws_anything_harmful(
    attack: Attack, capsys: pytest.CaptureFixture[str]
) -> None:
    with tempfile.TemporaryDirectory() as made:
        project = make_project(attack, Path(made))
        assert "imported" in capsys.readouterr().out
        for keys, picture in zip(KEYS, drawn_while_working(project, attack), strict=True):
            assert harm_in(picture) == [], keys


async def test_the_check_sees_what_a_careless_widget_draws() -> None:
    class Careless(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("a\x9b31m", markup=False)

    app = Careless()
    async with app.run_test():
        assert harm_in(app.export_screenshot()) != []


@pytest.mark.parametrize("is_filtered", [True, False])
def test_no_payload_byte_reaches_the_terminal(
    start: Start,
    tmp_path: Path,
    is_filtered: bool,  # noqa: FBT001
) -> None:
    everything = "".join(PAYLOADS)
    project = make_project(Attack(*[everything] * PLACES), tmp_path)
    unfiltered = "" if is_filtered else "from annotator.tui import driver; driver.harmless = str"
    layer = everything.replace("\0", "\x01")
    with start("annotate", "--as", layer, before=unfiltered, ANNOTATOR_PROJECT=str(project)) as t:
        t.read_until(lambda t: "ENTITIES" in t.output)
        t.press("\x11")
        assert t.end() == ExitCode.DONE
        text = "".join(token.written for token in t.pieces if token.kind == "text")
        others = {token.written for token in t.pieces if token.kind not in ("text", "csi")}
    assert "␛" in text
    assert harm_in(text) == []
    assert others <= {"\r", "\n", "\r\n", "\x1b]22;default\x07"}
    assert t.modes.in_disorder == []
