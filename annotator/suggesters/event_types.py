"""Which event type of the loaded label schema stands for each event type of the trigger lists."""

from collections.abc import Mapping

from annotator.model.label_schema import LabelSchema
from annotator.suggesters.lexicon import sections
from annotator.suggesters.once import made_once

_ACE2005 = {
    "MEET": ("Contact:Meet",),
    "MOVE": ("Movement:Transport",),
    "WAR": ("Conflict:Attack",),
    "ATTACK": ("Conflict:Attack",),
    "DIE": ("Life:Die",),
    "INJURE": ("Life:Injure",),
    "CUSTODY": ("Justice:Arrest-Jail",),
    "ELECT": ("Personnel:Elect",),
    "PROTEST": ("Conflict:Demonstrate",),
}
"""Names of the same happenings in ACE 2005; a schema made from it uses or maps to them."""
_CODES = {
    "MEET": "CONSULT",
    "DEMAND": "REQUEST",
    "REJECT": "REJECT",
    "CONCEDE": "CONCEDE",
    "THREATEN": "THREATEN",
    "SUPPORT": "SUPPORT",
    "SANCTION": "SANCTION",
    "ATTACK": "ASSAULT",
    "PROTEST": "PROTEST",
}
"""Names in PLOVER."""


@made_once
def event_types(schema: LabelSchema) -> Mapping[str, str]:
    """Event type of the trigger lists -> event type of the schema; those it lacks are missing."""
    by_other_name: dict[str, str] = {}
    for name, declared in schema.events.items():
        others = [*declared.map.values()]
        others += [code for codes in declared.codes.values() for code in codes.split("|")]
        for other in others:
            by_other_name.setdefault(other, name)
    found: dict[str, str] = {}
    for listed in sections("triggers"):
        wanted = (listed, *_ACE2005.get(listed, ()), _CODES.get(listed, ""))
        match = next((w for w in wanted if w in schema.events), None)
        match = match or next((by_other_name[w] for w in wanted if w in by_other_name), None)
        if match is not None:
            found[listed] = match
    return found
