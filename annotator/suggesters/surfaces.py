"""The key under which a span's text is remembered: folded, its article written out."""

from annotator.arabic.normalize import fold_key
from annotator.model.span import Span


def surface_key(text: str, span: Span) -> str:
    """The same for every spelling of one surface; «ل⟦لرئيس⟧» and «⟦الرئيس⟧» have one key."""
    words = [fold_key(word) for word in span.of(text).split()]
    first = words[0] if words else ""
    after_lam = span.start > 0 and text[span.start - 1] == "ل"
    if after_lam and first.startswith("ل") and first != "ل":
        words[0] = f"ا{first}"
    return " ".join(words)
