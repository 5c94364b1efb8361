"""A plain name for a thing from how it is printed: Arabic letters in Latin ones, words joined."""

from collections.abc import Set

from annotator.arabic.normalize import fold_key

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويى"
_IN_LATIN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a"
_LATIN = dict(zip(_LETTERS, _IN_LATIN.split(), strict=True))
_MOST_LETTERS = 40


def slug_of(surface: str) -> str:
    """Small Latin letters, digits and hyphens; `thing` for a surface that has none of them."""
    words = []
    for word in fold_key(surface).lower().split():
        bare = word.removeprefix("ال") or word
        letters = (
            _LATIN.get(char, char if char.isascii() and char.isalnum() else "") for char in bare
        )
        words.append("".join(letters))
    return "-".join(filter(None, words))[:_MOST_LETTERS].strip("-") or "thing"


def unused(slug: str, used: Set[str]) -> str:
    """The slug, with a number where it is used already."""
    number, free = 1, slug
    while free in used:
        number += 1
        free = f"{slug}-{number}"
    return free


def _in_latin(char: str) -> str:
    return _LATIN.get(char, char if char.isascii() and char.isalnum() else "")
