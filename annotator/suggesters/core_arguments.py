"""Fill the roles of who acts and who undergoes: by word order, prepositions and pronouns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.reason import Reason, because
from annotator.model.span import Span
from annotator.suggesters.argument_candidates import Candidate, Stand
from annotator.suggesters.argument_rules import (
    ACTING_TYPES,
    OBJECT_ROLES,
    UNDERGONE,
)
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.lexicon import keys

Names = Mapping[Span, Candidate]
"""The span of a title -> its holder's name right behind it."""

_NEAR = 14
"""Words between a trigger and what may still fill a role."""
_SUBJECT_WITHIN = 5
_ACTORS = ("Agent", "Participant")


def fill_core(frame: Frame, earlier: Sequence[Frame], names: Names) -> None:
    """Fill what the sentence tells; `earlier` are its events before this one, filled already."""
    near = sorted((s for s in frame.stands if s.distance <= _NEAR), key=lambda s: s.distance)
    _fill_container(frame, near)
    if frame.is_verb:
        _fill_verb(frame, near, earlier, names)
    elif frame.word_class == "participle":
        _fill_participle(frame, near, earlier)
    else:
        _fill_noun(frame, near, names)
    _fill_prepositions(frame, near, names)
    _fill_event(frame, near)


def _fill_container(frame: Frame, near: Sequence[Stand]) -> None:
    """«⟦الجرحى⟧», «⟦النقابي المعتقل⟧»: the mention that the trigger lies in undergoes the event."""
    for stand in near:
        span = stand.candidate.span
        if span.contains(frame.event.trigger) and frame.fits(stand.candidate, "Patient"):
            frame.fill("Patient", span, 0.7, because("the persons the event word names"))


def _fill_verb(frame: Frame, near: Sequence[Stand], earlier: Sequence[Frame], names: Names) -> None:
    after = [s for s in _bare(near) if s.follows and not s.verbs and not s.breaks]
    subject, object_role = frame.table.get("subject"), frame.table.get("object")
    first = next(
        (s for s in after if s.distance <= _SUBJECT_WITHIN and _plays(frame, s, subject)), None
    )
    second = next((s for s in after if s is not first and _plays(frame, s, object_role)), None)
    if frame.listed_type in UNDERGONE and first is not None:
        subject, object_role = _undergone(frame, first, second)
    if first is not None and subject is not None:
        _fill(frame, subject, _Evidence(first, 0.65, because("the subject after the verb")), names)
    elif not _inherit(frame, earlier) and subject is not None:
        before = [s for s in _bare(near) if not s.follows and not s.verbs and s.breaks <= 1]
        stand = next((s for s in before if frame.fits(s.candidate, subject)), None)
        if stand is not None and not frame.has_pronoun:
            _fill(
                frame, subject, _Evidence(stand, 0.5, because("the subject before the verb")), names
            )
    if frame.has_pronoun:
        _fill_pronoun(frame, near)
    elif second is not None and object_role is not None:
        _fill(frame, object_role, _Evidence(second, 0.5, because("the object of the verb")), names)


def _undergone(frame: Frame, first: Stand, second: Stand | None) -> tuple[str, str | None]:
    """Who acts in «اعتقلت الشرطة ناشطين», and who undergoes in «اعتقل ناشطون»."""
    acts = first.candidate.type in ACTING_TYPES and frame.listed_type == "CUSTODY"
    if second is not None or acts:
        return "Agent", "Patient"
    return "Patient", None


def _plays(frame: Frame, stand: Stand, role: str | None) -> bool:
    if frame.listed_type in UNDERGONE:
        return frame.fits(stand.candidate, "Agent") or frame.fits(stand.candidate, "Patient")
    return frame.fits(stand.candidate, role)


def _inherit(frame: Frame, earlier: Sequence[Frame]) -> bool:
    """«قال … وأضاف»: a verb joined by و has the subject of the verb before, if no other follows."""
    if frame.word.proclitics not in {"و", "ف"} and not frame.has_pronoun:
        return False
    return _take_actor(frame, earlier, verbs_only=True)


def _take_actor(frame: Frame, earlier: Sequence[Frame], *, verbs_only: bool) -> bool:
    role = next((role for role in _ACTORS if role in frame.fillers), None)
    for other in reversed(earlier):
        if verbs_only and not other.is_verb:
            continue
        span = other.first_of("Agent") or other.first_of("Participant")
        stand = next((s for s in frame.stands if s.candidate.span == span), None)
        if role is not None and stand is not None and frame.fits(stand.candidate, role):
            frame.fill(role, stand.candidate.span, 0.5, because("the subject of the verb before"))
            return True
    return False


def _fill_pronoun(frame: Frame, near: Sequence[Stand]) -> None:
    """«اعتقلته»: the pronoun stands for a mention before."""
    roles = OBJECT_ROLES.get(frame.listed_type, ())
    for stand in near:
        role = next((role for role in roles if frame.fits(stand.candidate, role)), None)
        if not stand.follows and role is not None:
            frame.fill(role, stand.candidate.span, 0.4, because("what the pronoun may stand for"))
            return


def _fill_participle(frame: Frame, near: Sequence[Stand], earlier: Sequence[Frame]) -> None:
    """«مؤكدا»: whoever does what the verb before says."""
    if not _take_actor(frame, earlier, verbs_only=True):
        subject = frame.table.get("subject")
        before = (s for s in _bare(near) if not s.follows and s.breaks <= 1)
        stand = next((s for s in before if frame.fits(s.candidate, subject)), None)
        if stand is not None and subject is not None:
            frame.fill(
                subject, stand.candidate.span, 0.4, because("the nearest before the event word")
            )


def _fill_noun(frame: Frame, near: Sequence[Stand], names: Names) -> None:
    genitive, subject = frame.table.get("genitive"), frame.table.get("subject")
    touching = next(
        (s for s in _bare(near) if s.follows and s.distance <= 1 and not s.breaks), None
    )
    if touching is not None:
        role = _genitive_role(frame, touching.candidate, genitive)
        if role is not None and frame.fits(touching.candidate, role):
            _fill(
                frame,
                role,
                _Evidence(touching, 0.6, because("the noun after the event word")),
                names,
            )
            if role == subject:
                return
    before = (s for s in _bare(near) if not s.follows and not s.breaks and s.verbs <= 1)
    stand = next((s for s in before if frame.fits(s.candidate, subject)), None)
    if stand is not None and subject is not None and frame.word.proclitics != "ل":
        _fill(
            frame,
            subject,
            _Evidence(stand, 0.4, because("the nearest before the event word")),
            names,
        )


def _genitive_role(frame: Frame, candidate: Candidate, genitive: str | None) -> str | None:
    if frame.lemma in keys("grammar", "genitive-target") and candidate.type != "NORP":
        options = OBJECT_ROLES.get(frame.listed_type, ())
        return next((role for role in options if frame.fits(candidate, role)), genitive)
    return genitive


def _fill_prepositions(frame: Frame, near: Sequence[Stand], names: Names) -> None:
    for stand in near:
        preposition = stand.candidate.preposition
        role = frame.table.get(preposition) if preposition else None
        allowed = stand.follows and not stand.breaks and stand.verbs <= 1
        if role is None or not allowed or stand.candidate.coordinated:
            continue
        if frame.fits(stand.candidate, role) and not frame.is_filled(role):
            _fill(
                frame, role, _Evidence(stand, 0.5, because("after {word}", word=preposition)), names
            )


def _fill_event(frame: Frame, near: Sequence[Stand]) -> None:
    """«دعا إلى وقف القتال»: the next event of the clause is what it is about."""
    role = frame.table.get("event")
    if frame.listed_type == "STATE" and frame.lemma in keys("grammar", "states-about"):
        role = "Theme"
    if role is None or frame.is_filled(role):
        return
    events = (s for s in near if s.follows and s.candidate.type is None)
    stand = next(events, None)
    if stand is not None and stand.breaks <= 1 and frame.fits(stand.candidate, role):
        frame.fill(role, stand.candidate.span, 0.5, because("the next event of the clause"))


def _bare(near: Sequence[Stand]) -> Iterator[Stand]:
    """Mentions after no preposition."""
    return (s for s in near if not s.candidate.preposition)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A filler by its stand, how likely it is, and why."""

    stand: Stand
    score: float
    why: Reason


def _fill(frame: Frame, role: str, evidence: _Evidence, names: Names) -> None:
    """The filler, rather by name than by title, and whoever is joined to it by و."""
    given = evidence.stand.candidate
    candidate = names.get(given.span, given)
    if not frame.fits(candidate, role):
        candidate = given
    frame.fill(role, candidate.span, evidence.score, evidence.why)
    last = candidate
    for other in sorted((s.candidate for s in frame.stands), key=lambda c: c.first):
        if other.coordinated and other.first == last.end and frame.fits(other, role):
            named = names.get(other.span, other)
            frame.fill(role, named.span, evidence.score, because("joined to another filler"))
            last = named
