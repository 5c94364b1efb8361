"""An identity: the thing in the world that mentions with one slug name, as one layer knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """An entry of a layer's registry; `id` is the slug that mentions carry in `kb`."""

    id: str
    label: str
    wikidata: str | None = None
