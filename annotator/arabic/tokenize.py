"""Cut a text into tokens: what a person would call one word, number, mark or emoji."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from annotator.arabic.marks import INVISIBLES, JOINERS, MARKS, TATWEEL, WORD_LETTERS
from annotator.model.span import Span

TokenKind = Literal[
    "word", "number", "punctuation", "symbol", "url", "email", "hashtag", "handle", "emoji"
]


class Token(NamedTuple):
    """A piece of the text without white space: `start` and `end` in code points, half open."""

    start: int
    end: int
    kind: TokenKind

    @property
    def span(self) -> Span:
        """The token as a span."""
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        """The slice of `text` the token names."""
        return text[self.start : self.end]


# A word never begins or ends with an underscore or a joiner, but may hold both.
_WORD = f"(?!_)[{WORD_LETTERS}]+(?:[{JOINERS}]+[{WORD_LETTERS}]+)*(?<!_)"
_LATIN = "A-Za-z\u00c0-\u024f"
_URL_END = r"\w/=&%+~\-"
_EMOJI = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
_EMOJI_TAIL = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_TOKEN = re.compile(
    "|".join(
        (
            # the two most frequent shapes come first: a plain Arabic word, then one mark
            f"(?P<word>[\u0620-\u063f\u0641-\u064a][\u0620-\u065f\u0670]*+(?![{WORD_LETTERS}{JOINERS}]))",
            (
                rf"(?P<url>(?:(?:https?|ftp)://|www\.)[^\s<>\"«»“”{INVISIBLES}]*[{_URL_END}]"
                r"|\b[A-Za-z0-9][A-Za-z0-9.\-]{0,80}\.(?:com|net|org|info|edu|gov|tv|co|io|me|news)"
                r"\b(?!@)(?:/[A-Za-z0-9/?=&%#+~._\-]*[A-Za-z0-9/=&%+~_\-])?)"
            ),
            r"(?P<email>[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)",
            rf"(?P<hashtag>[#\uff03](?=[\w])[{WORD_LETTERS}{JOINERS}]*[{WORD_LETTERS}])",
            r"(?P<handle>@[A-Za-z0-9_]+)",
            (
                f"(?P<emoji>[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}"
                f"|[{_EMOJI}]{_EMOJI_TAIL}*(?:\u200d[{_EMOJI}]{_EMOJI_TAIL}*)*)"
            ),
            r"(?P<number>\d{1,4}(?P<dash>[-/.])\d{1,2}(?P=dash)\d{1,4}(?!\d)|\d+(?:[.,:\u066b\u066c]\d+)*)",
            f"(?P<run>…+|\\.{{2,}}|_+|-{{2,}}|{TATWEEL}++(?![{WORD_LETTERS}]))",
            rf"(?P<latin>(?:[A-Za-z]\.){{2,}}|[{_LATIN}]+(?:['\u2019&\-][{_LATIN}0-9]+)+(?![{MARKS}]))",
            f"(?P<other_word>{_WORD})",
            rf"(?P<mark>[^\s{INVISIBLES}])",
        )
    )
)
_KINDS: dict[str, TokenKind] = {
    "word": "word",
    "url": "url",
    "email": "email",
    "hashtag": "hashtag",
    "handle": "handle",
    "emoji": "emoji",
    "number": "number",
    "run": "punctuation",
    "latin": "word",
    "other_word": "word",
}


@lru_cache(maxsize=4096)
def _kind_of_mark(character: str) -> TokenKind:
    if character in "%٪‰&@#\uff03":
        return "symbol"
    return "punctuation" if unicodedata.category(character).startswith("P") else "symbol"


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = _KINDS.get(cast("str", match.lastgroup))
        yield Token(start, end, kind or _kind_of_mark(text[start]))


def tokenize(text: str) -> list[Token]:
    """The tokens of `text` in order, never overlapping.

    What lies between two tokens is white space or invisible, so tokens and gaps tile the text,
    whatever characters it holds.
    """
    return list(_tokens(text))
