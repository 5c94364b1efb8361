"""Say how alike two printed names are, when Arabic letters spell one foreign sound many ways.

Used to propose that two mentions name the same person; it never changes text, and a high figure
is a reason to ask, not a proof: titles and roles decide.
"""

from functools import lru_cache

from annotator.arabic.normalize import fold_key

_LONG_VOWELS = "اوي"
_SOUND_GROUPS = "تطث سصثز دضذ زذظ كقغ غج جشز هحخ خك فب فو اعه نم"
_SOUND_ALIKE = tuple(_SOUND_GROUPS.split())
"""Letters that writers choose between for one foreign sound, as in غورباتشوف / جورباتشوف."""

_VOWEL_COST = 0.35
"""Price of writing or leaving out a vowel, or of writing another one: ترامب / ترمب."""
_SOUND_COST = 0.5
"""Price of choosing another letter for the same sound."""
_SAME_VOWEL_COST = 0.1
"""Price of a vowel letter written twice: كييف / كيف, أوو / أو."""

_CONSONANTS = str.maketrans("طصثزظضذقغجشخبم", "تسسسسددكككككفن", "اويعءهح")
CANDIDATE = 0.8
"""From here on two names are worth showing to a person as perhaps one."""


def similar_names(left: str, right: str) -> float:
    """How alike two names are: 1 for the same letters after folding, 0 for nothing in common.

    Names of equally many words are as alike as their least alike words, so a shared family name
    proves nothing. Otherwise spaces are overlooked: عبد الله / عبدالله.
    """
    left_words, right_words = _words(left), _words(right)
    if not left_words or not right_words:
        return 0.0
    if len(left_words) == len(right_words):
        return min(map(_similar_words, left_words, right_words))
    return _similar_words("".join(left_words), "".join(right_words))


def blocking_key(name: str) -> str:
    """A rough key that spellings of one name share: its consonants, alike sounds made equal.

    Names with different keys need not be compared. A name of vowels alone is its own key.
    """
    words = _words(name)
    return "".join(_consonants(word) for word in words)


def _consonants(word: str) -> str:
    # a first و is read v or w, not u: ويتكوف / فيتكوف
    spoken = f"ف{word[1:]}" if word.startswith("و") else word
    return spoken.translate(_CONSONANTS) or word


def _words(name: str) -> list[str]:
    return [fold_key(word) for word in name.split()]


@lru_cache(maxsize=16384)
def _similar_words(left: str, right: str) -> float:
    """One minus the price of turning the one word into the other, per letter of the longer."""
    if left == right:
        return 1.0
    row = [0.0]
    for column, letter in enumerate(right):
        row.append(row[-1] + _insertion(right, column, letter))
    for line, letter in enumerate(left):
        previous, row = row, [row[0] + _insertion(left, line, letter)]
        for column, other in enumerate(right):
            row.append(
                min(
                    previous[column] + _substitution(letter, other),
                    previous[column + 1] + _insertion(left, line, letter),
                    row[column] + _insertion(right, column, other),
                )
            )
    return max(0.0, 1.0 - row[-1] / max(len(left), len(right)))


def _insertion(word: str, index: int, letter: str) -> float:
    if letter not in _LONG_VOWELS:
        return 1.0
    return _SAME_VOWEL_COST if index and word[index - 1] == letter else _VOWEL_COST


def _substitution(left: str, right: str) -> float:
    if left == right:
        return 0.0
    if left in _LONG_VOWELS and right in _LONG_VOWELS:
        return _VOWEL_COST
    return _SOUND_COST if any(left in group and right in group for group in _SOUND_ALIKE) else 1.0
