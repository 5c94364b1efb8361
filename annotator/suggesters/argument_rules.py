"""Which role a filler has by how it stands to the trigger; eligible types come from the schema."""

from collections.abc import Mapping

from annotator.suggesters.lexicon import valued

UNDERGONE = frozenset({"DIE", "INJURE", "CUSTODY", "ELECT"})
"""A lone noun beside these verbs undergoes them; of two the first acts."""
ACTING_TYPES = frozenset({"GOV", "MIL", "ORG", "GPE", "MED"})
"""Entity types that take people into custody, and are not taken."""

OBJECT_ROLES: Mapping[str, tuple[str, ...]] = {
    "ATTACK": ("Target",),
    "WAR": ("Target",),
    "CAPTURE": ("Target",),
    "MOVE": ("Patient", "Destination"),
    "SUPPORT": ("Recipient",),
    "DEMAND": ("Target",),
    "DIE": ("Patient",),
    "CUSTODY": ("Patient",),
    "STATE": ("Theme",),
    "REJECT": ("Theme",),
    "AGREE": ("Theme",),
}
"""Event type -> roles of what an act is done to: the genitive of قصف, the pronoun of اعتقلته."""


def role_table(listed_type: str) -> Mapping[str, str]:
    """Relation to the trigger, prepositions folded -> role, for an event type of the lists."""
    return valued("roles", listed_type)
