"""The weights that guesses of a layer are weighed by: what it learned itself, else what ships."""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from annotator.errors import InvalidDataError
from annotator.services.model_file import unpack
from annotator.services.project import Project
from annotator.store import models
from annotator.suggesters.argument_ranker import shipped_argument_weights
from annotator.suggesters.attributes import shipped_attribute_weights
from annotator.suggesters.choice_model import Weights, unpacked
from annotator.suggesters.mention_attributes import shipped_mention_weights


def argument_weights(project: Project, layer: str) -> Weights:
    """Those that say who fills which role."""
    return _learned(project, layer).get("arguments") or shipped_argument_weights()


def attribute_weights(project: Project, layer: str) -> Weights:
    """Those that say which attributes an event has."""
    return _learned(project, layer).get("attributes") or shipped_attribute_weights()


def mention_weights(project: Project, layer: str) -> Weights:
    """Those that say which attributes a mention has."""
    return _learned(project, layer).get("mention-attributes") or shipped_mention_weights()


def read_weights(content: bytes, *, what: str) -> Weights:
    """The weights that were stored.

    Raises:
        InvalidDataError: they are damaged.
    """
    try:
        return unpacked(content)
    except (ValueError, LookupError, TypeError, zlib.error) as error:
        message = f"the learned weights of {what} are damaged ({error}); annotator train"
        raise InvalidDataError(message) from error


def _learned(project: Project, layer: str) -> Mapping[str, Weights]:
    version = models.latest_version(project.connection, layer)
    if not version:
        return {}
    return _read(project.path.resolve(), project.path.stat().st_ino, layer, version)


@lru_cache(maxsize=2)
def _read(path: Path, inode: int, layer: str, version: int) -> Mapping[str, Weights]:  # noqa: ARG001 -- another file may have taken the place of the one that was read
    """Read once for each version: unpacking takes a tenth of a second."""
    with Project.open(path) as project:
        latest = models.latest(project.connection, layer)
    if latest is None or latest.version != version:
        return {}
    try:
        parts = unpack(latest.content)
        return {
            name: read_weights(parts[name], what=name)
            for name in ("arguments", "attributes", "mention-attributes")
            if name in parts
        }
    except InvalidDataError:
        return {}  # whoever trains or suggests is told; guesses go on with what ships
