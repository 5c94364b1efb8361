"""Believe more in a mention whose words stand elsewhere in the document, where they are plainer."""

from collections.abc import Mapping

from annotator.suggesters.label_layers import Piece
from annotator.suggesters.words import Words

_SHARE = 0.9
"""Of the way up to what is believed of the same words in their plainest place."""


def lifted(beliefs: Mapping[Piece, float], words: Words) -> dict[Piece, float]:
    """The beliefs of one document, none lower than before."""
    best: dict[tuple[str, str], float] = {}
    names = {piece: (words.surface(piece.first, piece.end), piece.type) for piece in beliefs}
    for piece, belief in beliefs.items():
        name = names[piece]
        best[name] = max(belief, best.get(name, 0.0))
    return {
        piece: belief + _SHARE * (best[names[piece]] - belief) for piece, belief in beliefs.items()
    }
