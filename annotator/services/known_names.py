"""Which mentions of a document use which words: whoever marks a name again means the same."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from annotator.arabic.normalize import fold_key
from annotator.model.annotations import mention_order
from annotator.model.mention import Mention
from annotator.model.placed import Placed
from annotator.model.span import Span

_Found: TypeAlias = dict[tuple[str, str], tuple[Mention, ...]]
_QUOTES = str.maketrans("", "", "\"«»“”'()")


class KnownNames:
    """Mentions found by their words, spelling aside; never changed, only followed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.placed: Placed[Mention] = Placed((), mention_order)
        """All that are known."""
        self._alike: _Found = {}
        """Mentions by type and words."""
        self._ending: _Found = {}
        """Mentions of more than one word by type and last word."""
        self._bare: _Found = {}
        """Mentions by type and words without quotes."""

    def following(self, mentions: Placed[Mention]) -> "KnownNames":
        """The same for `mentions`; quick where they are made of those known by a few changes."""
        if mentions is self.placed:
            return self
        difference = mentions.since(self.placed)
        base = self if difference is not None else KnownNames(self._text)
        return base.changed(*(difference or ((), mentions.all)), placed=mentions)

    def changed(
        self,
        gone: Sequence[Mention],
        come: Sequence[Mention],
        *,
        placed: Placed[Mention] | None = None,
    ) -> "KnownNames":
        """These without `gone` and with `come`."""
        after = KnownNames(self._text)
        after._alike, after._ending = dict(self._alike), dict(self._ending)
        after._bare = dict(self._bare)
        for mention in gone:
            for found, key in after._keys(mention):
                found[key] = tuple(one for one in found[key] if one.id != mention.id)
        for mention in come:
            for found, key in after._keys(mention):
                found[key] = (*found.get(key, ()), mention)
        after.placed = self.placed.changed(gone, come) if placed is None else placed
        return after

    def same_words(self, mention: Mention) -> Sequence[Mention]:
        """Those of its type that use its words, in reading order."""
        return sorted(self._alike.get((mention.type, self.words(mention)), ()), key=mention_order)

    def longer(self, mention: Mention) -> Sequence[Mention]:
        """Those of its type whose words end with its words and are more, in reading order."""
        words = self.words(mention).split()
        found = self._ending.get((mention.type, words[-1]), ()) if words else ()
        longer = [
            other
            for other in found
            if len(theirs := self.words(other).split()) > len(words)
            and theirs[-len(words) :] == words
        ]
        return sorted(longer, key=mention_order)

    def with_bare_words(self, type_name: str, words: str) -> Sequence[Mention]:
        """Those of a type whose words are these but for quotes, in no order."""
        return self._bare.get((type_name, words), ())

    def words(self, mention: Mention) -> str:
        """Its words, folded: one key for all spellings."""
        return worded_key(self._text, mention.span)

    def bare_words(self, mention: Mention) -> str:
        """Its words, folded and without quotes."""
        return self.words(mention).translate(_QUOTES)

    def _keys(self, mention: Mention) -> Iterable[tuple[_Found, tuple[str, str]]]:
        words = self.words(mention)
        yield self._alike, (mention.type, words)
        yield self._bare, (mention.type, words.translate(_QUOTES))
        if " " in words:
            yield self._ending, (mention.type, words.split()[-1])


def worded_key(text: str, span: Span) -> str:
    """The folded words; what is left of an article behind the proclitic of «للكرملين» is one."""
    key = _folded(span.of(text))
    is_cut = key.startswith("ل") and text.startswith("ل", span.start - 1)
    return f"ا{key}" if is_cut and span.start else key


@lru_cache(maxsize=16384)
def _folded(surface: str) -> str:
    return fold_key(" ".join(surface.split()))
