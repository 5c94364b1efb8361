"""Tell sports clubs from the cities they are called by: «فريق برشلونة», «ليون الفرنسي»."""

from collections.abc import Iterator

from annotator.suggesters.bodies import Body, fixed_body_at
from annotator.suggesters.lexicon import keys
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.places import FoundPlace, place_at
from annotator.suggesters.words import Words

_PLACE_BEFORE = frozenset({"في", "الي", "من", "قرب", "نحو", "باتجاه", "ملعب", "استاد", "مدينه"})
_CODE = 2
"""Letters of a country's slug; those of cities are longer."""


def find_clubs(words: Words) -> Iterator[Body]:
    """Cities that are clubs where they stand, each judged by the words beside it.

    In a text that shows a city to be a club, so is every other one of that name that no place word
    leads: «فاز ليون», but «وصل إلى ليون».
    """
    cities = [
        found
        for index in range(len(words))
        if (found := _city_at(words, index)) and not _is_led_as_place(words, index)
    ]
    shown = {words[found.first].key for found in cities if _is_club(words, found)}
    for found in cities:
        if words[found.first].key in shown:
            yield Body(found.first, found.end, "organisation", fixed=True)


def _city_at(words: Words, index: int) -> FoundPlace | None:
    found = place_at(words, index)
    if found is None or fixed_body_at(words, index):
        return None
    place = found.place
    is_city = place.concept == "country" and len(place.slug) > _CODE and not place.weak
    return found if is_city else None


def _is_led_as_place(words: Words, index: int) -> bool:
    before = words.previous(index)
    return words[index].proclitics == "ب" or (
        before is not None and before.full in _PLACE_BEFORE and not words[index].proclitics
    )


def _is_club(words: Words, found: FoundPlace) -> bool:
    word, before, after = (
        words[found.first],
        words.previous(found.first),
        words.follower(found.end),
    )
    if before is not None and before.bare in keys("organisations", "club"):
        return not before.definite and not word.proclitics
    # Cities are feminine: what a masculine adjective belongs to is a club.
    masculine = after is not None and after.definite and after.bare.endswith("ي")
    return masculine and after is not None and is_nisba(after) and not word.definite
