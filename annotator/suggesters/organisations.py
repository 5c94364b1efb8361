"""Suggest bodies: organs of state, armed forces, media, organisations."""

from collections.abc import Iterator, Sequence

from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.bodies import Body, find_bodies
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class OrganisationSuggester:
    """Listed names, and a head such as وزارة with its complement."""

    name = "organisations"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Bodies in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        for body in find_bodies(words):
            yield from proposer.propose(
                body.first, body.end, body.concept, score=_score(body), why=_why(body)
            )


def _score(body: Body) -> float:
    if body.fixed:
        return 0.9
    return 0.78 if body.certain else 0.5


def _why(body: Body) -> str:
    return "a listed name" if body.fixed else f"the head of a {body.concept} name and what follows"
