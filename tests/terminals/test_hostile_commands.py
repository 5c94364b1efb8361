"""No command lets a harmful character of a text, a name or a message onto the terminal."""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotator.cli.main import run
from tests.terminals.hostile import HARMFUL, attack_count, harm_in, hostile_texts
from tests.unit.model.schema_texts import COMPLETE


class Attack(NamedTuple):
    """One hostile string for each place a string can come from."""

    text: str
    title: str
    document: str
    layer: str
    note: str
    label: str
    file_name: str
    argument: str


PLACES = len(Attack._fields)
ATTACKS = st.builds(Attack, *[hostile_texts()] * PLACES)


class Stream(StringIO):
    """A standard stream that may claim to be a terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def said_by(*arguments: str, is_terminal: bool) -> str:
    """Everything a command says, on both streams."""
    out, err = Stream(is_terminal=is_terminal), Stream(is_terminal=is_terminal)
    with redirect_stdout(out), redirect_stderr(err):
        try:
            run(arguments)
        except Exception:  # noqa: BLE001 -- a defect: told as the process would tell it
            kind, error, traceback = sys.exc_info()
            assert kind is not None
            assert error is not None
            sys.excepthook(kind, error, traceback)
    return out.getvalue() + err.getvalue()


def safe_file_name(text: str) -> str:
    """As much of a hostile string as a file may be called."""
    name = text.replace("/", "").replace("\0", "").strip(".")
    return name.encode()[:80].decode(errors="ignore") or "x"


def record(attack: Attack, **changed: object) -> str:
    """A line of the interchange file, hostile wherever any text may stand."""
    text = f"{attack.text} وصل وفد من بيروت"
    start = text.rindex("بيروت")
    mention = {"id": attack.note or "T1", "start": start, "end": start + 5, "type": "GPE"}
    line = {
        "doc_id": attack.document,
        "text": text,
        "meta": {"title": attack.title, attack.note: attack.title},
        "layer": attack.layer,
        "entities": [mention | {"kb": attack.title}],
        "events": [],
        "notes": [{"text": attack.note, "by": attack.layer, "on": mention["id"]}],
        "identities": {attack.title: {"label": attack.note}},
        "zones": [{"start": start, "end": start + 5, "kind": attack.note}],
    }
    return json.dumps(line | changed)


def command_lines(attack: Attack, folder: Path) -> Iterator[list[str]]:
    """Every command, with hostile strings in its files and arguments."""
    name = safe_file_name(attack.file_name)
    project, schema = str(folder / f"{name}.db"), folder / f"{name}.yaml"
    sound, unsound = folder / f"{name}.jsonl", folder / f"{name}2.jsonl"
    article = folder / f"{name}.txt"
    sound.write_text(record(attack) + "\n", encoding="utf-8")
    unknown = {"id": attack.label, "start": 0, "end": 1, "type": attack.label, "text": attack.note}
    unsound.write_text(
        record(attack, entities=[unknown], doc_id="other") + f"\n{attack.text}\n", encoding="utf-8"
    )
    article.write_text(attack.text, encoding="utf-8")
    quoted = json.dumps(attack.label)
    schema.write_text(COMPLETE.replace("news", quoted, 1).replace("person", quoted), "utf-8")
    here = ["--project", project]
    yield ["init", *here]
    yield ["init", *here]
    yield ["import", *here, str(sound), str(article)]
    yield ["import", *here, str(unsound)]
    yield ["import", *here, "--as", attack.layer, str(sound), str(folder / attack.argument[:40])]
    yield ["import", *here, "--format", attack.argument, str(sound)]
    for command in ("status", "check", "agreement", "fsck", "doctor"):
        yield [command, *here]
        yield [command, *here, "--json"]
    yield ["document", "list", *here]
    for document in (attack.document, article.stem, attack.argument):
        yield ["document", "show", document, *here]
        yield ["document", "set", document, f"title={attack.title}", *here]
    yield ["search", *here, attack.argument]
    yield ["search", *here, "بيروت"]
    yield ["search", *here, "--exact", attack.text[:20]]
    yield ["search", *here, "--regex", attack.argument]
    yield ["search", *here, "بيروت", "--label", "ORG", "--as", attack.layer]
    yield ["export", *here, "--format", "jsonl", "-o", str(folder / name)]
    yield ["export", *here, "--format", "conll", "-o", str(folder / name), "--json"]
    yield ["export", *here, "--layer", attack.argument, "-o", str(folder)]
    yield ["agreement", "--files", str(sound), str(sound)]
    yield ["schema", "check", str(schema)]
    yield ["schema", "show", str(schema)]
    yield ["schema", "show", attack.argument]
    # with a word that is in no document's name, lest the screen opens
    yield ["annotate", f"{attack.argument} missing", *here, "--as", attack.argument]
    yield ["status", "--project", str(folder / attack.argument[:40])]
    yield ["status", "--project", str(article)]
    yield [attack.argument]
    yield ["status", attack.argument]
    yield ["status", f"--{attack.argument}"]


@settings(
    max_examples=attack_count(strings_each=PLACES, otherwise=10),
    suppress_health_check=[HealthCheck.too_slow],
    # a failing example is told as it is: making it smaller would take minutes
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(attack=ATTACKS, is_terminal=st.booleans())
def test_no_command_says_anything_harmful(attack: Attack, *, is_terminal: bool) -> None:
    with tempfile.TemporaryDirectory() as made:
        for arguments in command_lines(attack, Path(made)):
            said = said_by(*arguments, is_terminal=is_terminal)
            assert harm_in(said) == [], arguments
            assert said == "" or said.endswith("\n"), arguments


def test_the_attack_reaches_what_commands_say(tmp_path: Path) -> None:
    attack = Attack(*["\x1b]52;c;aGFja2Vk\x07"] * PLACES)
    said = "".join(
        said_by(*arguments, is_terminal=True) for arguments in command_lines(attack, tmp_path)
    )
    assert said.count("␛]52;c;aGFja2Vk·") > 20
    assert not HARMFUL.search(said.replace("\x1b[1m", "").replace("\x1b[22m", ""))
