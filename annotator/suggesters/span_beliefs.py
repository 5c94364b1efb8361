"""How likely each stretch of words is a mention, summed over all labellings of its sentence."""

from collections.abc import Iterator, Sequence

from annotator.suggesters.chain_inference import Beliefs
from annotator.suggesters.chain_model import Head
from annotator.suggesters.label_layers import Piece

LEAST = 0.05
"""Stretches less likely are not told of."""


def likely_pieces(
    beliefs: Beliefs, head: Head, sentences: Sequence[range]
) -> Iterator[tuple[Piece, float]]:
    """Every piece that is likely enough under one head, with its exact probability."""
    marginals = beliefs.marginals
    for label, begin in head.index.items():
        if not label.startswith("B-"):
            continue
        inside = head.index[f"I-{label[2:]}"]
        rows, tokens = (marginals[:, :, begin] > LEAST).nonzero()
        for row, token in zip(rows.tolist(), tokens.tolist(), strict=True):
            words = sentences[row]
            if token < len(words):
                for end, share in _ends(beliefs, row, token, (begin, inside, len(words))):
                    piece = Piece(words.start + token, words.start + end, label[2:])
                    yield piece, share


def _ends(
    beliefs: Beliefs, row: int, first: int, labels: tuple[int, int, int]
) -> Iterator[tuple[int, float]]:
    """Where pieces that begin at a token end, and how likely each of them is."""
    begin, inside, count = labels
    factors, scales, after = beliefs.factors[row], beliefs.scales[row], beliefs.after[row]
    share = float(beliefs.before[row, first, begin])
    label = begin
    for end in range(first + 1, count + 1):
        if end == count:
            likely = share
        else:
            onward = beliefs.moves[label] * factors[end] * after[end] / scales[end]
            likely = share * float(onward.sum() - onward[inside])
        if likely >= LEAST:
            yield end, min(likely, 1.0)
        if end == count:
            return
        share *= float(beliefs.moves[label, inside] * factors[end, inside] / scales[end])
        label = inside
        if share * float(after[end, inside]) < LEAST:
            return
