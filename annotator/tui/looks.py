"""What a label schema's types look like on screen: colour, letter, names, in one table."""

from dataclasses import dataclass
from functools import cached_property

from annotator.arabic.characters import shown
from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Named
from annotator.tui.palette import event_color

UNKNOWN_COLOR = "#8a8f98"
"""Of a type that the label schema does not have: imported, and flagged elsewhere."""


@dataclass(frozen=True)
class Looks:
    """The looks of one label schema."""

    schema: LabelSchema

    def color(self, type_name: str) -> str:
        """The colour of an entity type or event type, `#rrggbb`."""
        if type_name in self.schema.entities:
            return self.schema.entities[type_name].color
        return self._event_colors.get(type_name, UNKNOWN_COLOR)

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
    def _event_colors(self) -> dict[str, str]:
        groups: dict[str, int] = {}
        return {
            name: event_color(groups.setdefault(event.group, len(groups)))
            for name, event in self.schema.events.items()
        }


def _safe_names(part: Named | None) -> tuple[str, str]:
    return (shown(part.ar), shown(part.en)) if part is not None else ("", "")
