"""Label schemas by name or path: those that ship with the program, and anybody's own file."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.label_schema import LabelSchema
from annotator.model.schema_file import MAX_BYTES
from annotator.model.schema_parsing import parse_schema
from annotator.model.schema_problems import Problem, SchemaError
from annotator.resources import schema_folder

_SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A label schema as it lies on the disk; the bytes are what its check sum is of."""

    source: str
    """How messages name it."""
    content: bytes


@dataclass(frozen=True, slots=True)
class SchemaCheck:
    """Every problem of a label schema, by line; none means it can be used."""

    source: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SchemaSummary:
    """What a list says of a label schema."""

    name: str
    version: int
    language: str
    entity_type_count: int
    event_type_count: int
    relation_type_count: int
    document_label_count: int
    path: str
    sha256: str


def schema_names() -> tuple[str, ...]:
    """The names of the label schemas that ship with the program."""
    return tuple(sorted(path.stem for path in schema_folder().glob(f"*{_SUFFIX}")))


def known_schemas() -> list[SchemaSummary]:
    """The label schemas that ship with the program, by name, and where each lies."""
    return [_summary(load_schema(name), _shipped(name)) for name in schema_names()]


def load_schema(name_or_path: str) -> LabelSchema:
    """The label schema with that name, else the one in the file with that path.

    Raises:
        NotFoundError: there is neither.
        SchemaError: it cannot be used.
    """
    file = find_schema(name_or_path)
    return _parsed(file.content, file.source)


def check_schema(name_or_path: str) -> SchemaCheck:
    """Everything wrong with a label schema, the counterparts in shipped label schemas included.

    Raises:
        NotFoundError: there is no such name or file.
    """
    file = find_schema(name_or_path)
    others = [load_schema(name) for name in schema_names() if name != Path(file.source).stem]
    try:
        parse_schema(file.content, source=file.source, others=others)
    except SchemaError as error:
        return SchemaCheck(file.source, error.problems)
    return SchemaCheck(file.source, ())


def find_schema(name_or_path: str) -> SchemaFile:
    """The file of a label schema, whatever is in it; a shipped name goes before a path.

    Raises:
        NotFoundError: there is no such name or file.
        AnnotatorError: the file cannot be read.
    """
    if name_or_path in schema_names():
        path = _shipped(name_or_path)
        return SchemaFile(f"schema/{path.name}", path.read_bytes())
    try:
        with Path(name_or_path).open("rb") as stream:
            return SchemaFile(name_or_path, stream.read(MAX_BYTES + 1))
    except FileNotFoundError as error:
        known = ", ".join(schema_names())
        message = f"no label schema {name_or_path}; known: {known}; or give the path of a YAML file"
        raise NotFoundError(message) from error
    except OSError as error:
        message = f"cannot read {name_or_path} ({error.strerror}); give the path of a YAML file"
        raise AnnotatorError(message) from error


def _shipped(name: str) -> Path:
    return schema_folder() / f"{name}{_SUFFIX}"


def _summary(schema: LabelSchema, path: Path) -> SchemaSummary:
    return SchemaSummary(
        name=schema.name,
        version=schema.version,
        language=schema.language,
        entity_type_count=len(schema.entities),
        event_type_count=len(schema.events),
        relation_type_count=len(schema.relations),
        document_label_count=len(schema.document_labels),
        path=str(path),
        sha256=schema.sha256,
    )


@lru_cache(maxsize=16)
def _parsed(content: bytes, source: str) -> LabelSchema:
    return parse_schema(content, source=source)
