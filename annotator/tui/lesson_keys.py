"""The keys of actions as the person has them, by their own key map."""

from collections.abc import Mapping
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.model.label_schema import LabelSchema
from annotator.tui.key_catalogue import bound_keys
from annotator.tui.user_keys import checked_key_map, key_map_files, load_key_map, rebound

_EVERYWHERE = {"picking.take": "enter"}
"""Of lists, which no key map changes."""


def keys_by_action(schema: LabelSchema, project: Path) -> Mapping[str, str]:
    """Identifier of an action -> its first key; a key map with a mistake does not count."""
    known = bound_keys(schema)
    try:
        chosen = checked_key_map(load_key_map(key_map_files(project)), known)
    except AnnotatorError:
        chosen = {}
    return {**_EVERYWHERE, **{bound.id: bound.keys[0] for bound in rebound(chosen, known)}}
