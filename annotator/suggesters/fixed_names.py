"""Which words belong to names that stand in the lists as a whole: nothing in them is a mention."""

from annotator.suggesters.bodies import fixed_body_end
from annotator.suggesters.named_events import named_event_end
from annotator.suggesters.once import made_once
from annotator.suggesters.places import place_at
from annotator.suggesters.words import Words


@made_once
def words_in_names_of_bodies(words: Words) -> frozenset[int]:
    """Indices of the words of listed names of bodies, but for the first: «مجلس ⟦أوروبا⟧»."""
    inside: set[int] = set()
    for index in range(len(words)):
        inside.update(range(index + 1, fixed_body_end(words, index)))
    return frozenset(inside)


@made_once
def words_in_fixed_names(words: Words) -> frozenset[int]:
    """Indices of the words of all fixed names, such as الاتحاد الأوروبي and البحر الأحمر."""
    inside: set[int] = set()
    for index in range(len(words)):
        place = place_at(words, index)
        ends = (
            place.end if place is not None and not place.place.weak else index,
            fixed_body_end(words, index),
            named_event_end(words, index) or index,
        )
        if max(ends) > index:
            inside.update(range(index, max(ends)))
    return frozenset(inside)
