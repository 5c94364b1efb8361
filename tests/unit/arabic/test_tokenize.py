"""What is one token."""

import pytest

from annotator.arabic.tokenize import TokenKind, tokenize
from annotator.model.span import Span


def pieces(text: str) -> list[str]:
    return [token.of(text) for token in tokenize(text)]


def kinds(text: str) -> list[TokenKind]:
    return [token.kind for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("رُستُم", "word"),
        ("اجتماعاً", "word"),
        ("محمـــد", "word"),
        ("هـ", "word"),
        ("الـ28", "word"),
        ("می\u200cخواهم", "word"),
        ("F-16", "word"),
        ("U.S.", "word"),
        ("don't", "word"),
        ("e\u0301te", "word"),
        ("12.5", "number"),
        ("1,000,000", "number"),
        ("١٢٫٥", "number"),
        ("12:30", "number"),
        ("2025-12-06", "number"),
        ("6/12/2025", "number"),
        ("https://example.com/a?b=كييف", "url"),
        ("www.example.org", "url"),
        ("t.me/channel_1", "url"),
        ("name.surname@example.com", "email"),
        ("#غزة_اليوم", "hashtag"),
        ("@reuters_ar", "handle"),
        ("🇱🇧", "emoji"),
        ("❤\ufe0f", "emoji"),
        ("👨\u200d👩\u200d👧", "emoji"),
        ("1\ufe0f\u20e3", "emoji"),
        ("…", "punctuation"),
        ("...", "punctuation"),
        ("ـــــ", "punctuation"),
        ("،", "punctuation"),
        ("«", "punctuation"),
        ("%", "symbol"),
        ("٪", "symbol"),
        ("€", "symbol"),
    ],
)
def test_one_token(text: str, kind: TokenKind) -> None:
    assert pieces(text) == [text]
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("البيت\u00a0الأبيض", ["البيت", "الأبيض"]),
        ("أ\u2028ب\u0085ج\x1cد\u3000ه", ["أ", "ب", "ج", "د", "ه"]),
        ("بميامي\u200f.", ["بميامي", "."]),
        ("\u2067نص\u2069 \ufeff\u200b", ["نص"]),
        ("كلمة\u200bأخرى", ["كلمة", "أخرى"]),
        ("2 ديسمبر/كانون الأول", ["2", "ديسمبر", "/", "كانون", "الأول"]),
        ('لـ"رويترز"', ["لـ", '"', "رويترز", '"']),
        ("“نعم”،", ["“", "نعم", "”", "،"]),
        ("12.5%", ["12.5", "%"]),
        ("10-15", ["10", "-", "15"]),
        ("_قال_", ["_", "قال", "_"]),
        ("https://example.com.", ["https://example.com", "."]),
        ("(انظر www.example.org)", ["(", "انظر", "www.example.org", ")"]),
        ("هل؟!", ["هل", "؟", "!"]),
        ("جاء.وقال", ["جاء", ".", "وقال"]),
        ("", []),
        (" \u200f\n", []),
    ],
)
def test_where_tokens_end(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_offsets_count_code_points_even_behind_emoji() -> None:
    (_, word) = tokenize("🙂 بيت")
    assert word.span == Span(2, 5)


def test_a_long_run_takes_no_longer_than_its_length() -> None:
    for run in ("_" * 50_000 + "a", "a." * 25_000, "a\u200c" * 25_000, "http://" + "." * 50_000):
        assert tokenize(run)[0].start == 0
