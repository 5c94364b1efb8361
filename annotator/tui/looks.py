"""What a label schema's types look like on screen: colour, letter, names, in one table."""

from dataclasses import dataclass
from functools import cached_property

from annotator.arabic.characters import shown
from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Named
from annotator.tui.label_colors import assigned
from annotator.tui.palette import event_color
from annotator.tui.themes import worn


@dataclass(frozen=True)
class Looks:
    """The looks of one label schema."""

    schema: LabelSchema

    def color(self, type_name: str) -> str:
        """The colour of an entity type or event type, `#rrggbb`."""
        theme = worn()
        place = self._entity_places.get(type_name)
        if place is not None:
            return assigned(self._entity_colors, theme)[place]
        place = self._event_groups.get(type_name)
        # of a type that the label schema does not have: imported, and flagged elsewhere
        return theme.muted if place is None else assigned(self._group_colors, theme)[place]

    def names(self, type_name: str) -> tuple[str, str]:
        """The type's names in Arabic and English, safe to print; both empty for one unknown."""
        part: Named | None = self.schema.entities.get(type_name) or self.schema.events.get(
            type_name
        )
        return _safe_names(part)

    def role_names(self, role: str) -> tuple[str, str]:
        """A role's names in Arabic and English, safe to print."""
        return _safe_names(self.schema.roles.get(role))

    @cached_property
    def _entity_places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.schema.entities)}

    @cached_property
    def _entity_colors(self) -> tuple[str, ...]:
        return tuple(entity.color for entity in self.schema.entities.values())

    @cached_property
    def _event_groups(self) -> dict[str, int]:
        groups: dict[str, int] = {}
        return {
            name: groups.setdefault(event.group, len(groups))
            for name, event in self.schema.events.items()
        }

    @cached_property
    def _group_colors(self) -> tuple[str, ...]:
        return tuple(map(event_color, sorted(set(self._event_groups.values()))))


def _safe_names(part: Named | None) -> tuple[str, str]:
    return (shown(part.ar), shown(part.en)) if part is not None else ("", "")
