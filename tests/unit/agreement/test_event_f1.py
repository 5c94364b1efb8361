"""Exact agreement of events: triggers with and without type, arguments with and without role."""

from annotator.agreement.event_f1 import ComparedArgument, ComparedEvent, event_scores

ATTACK = ComparedEvent(
    "d",
    (10, 14),
    "ATTACK",
    (ComparedArgument("Agent", (0, 3)), ComparedArgument("Place", (20, 24))),
)


def test_a_trigger_of_another_type_is_identified_but_not_classified() -> None:
    scores = event_scores([ATTACK], [ComparedEvent("d", (10, 14), "WAR")])
    assert scores.trigger_id.f1 == 1.0
    assert scores.trigger_cls.f1 == 0.0


def test_an_argument_in_another_role_is_identified_only() -> None:
    other = ComparedEvent("d", (10, 14), "ATTACK", (ComparedArgument("Target", (0, 3)),))
    scores = event_scores([ATTACK], [other])
    assert scores.argument_id.matched == 1
    assert scores.argument_role.matched == 0
    assert (scores.argument_role.first, scores.argument_role.second) == (2, 1)


def test_an_argument_of_another_trigger_counts_only_unattached() -> None:
    moved = ComparedEvent("d", (30, 34), "ATTACK", ATTACK.arguments)
    scores = event_scores([ATTACK], [moved])
    assert scores.argument_role.matched == 0
    assert scores.argument_role_unattached.f1 == 1.0
    assert scores.argument_id_unattached.f1 == 1.0


def test_layers_without_events_leave_every_score_undefined() -> None:
    scores = event_scores([], [])
    assert scores.trigger_cls.f1 is None
    assert scores.argument_role.f1 is None
