"""The rules of the label schema: listed where broken, enforced where one would break them."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.formats.jsonl import JsonlImporter
from annotator.model.annotations import Annotations, apply, key_of
from annotator.model.change import Added, Change, Changed, Item, Removed
from annotator.model.document import Document
from annotator.model.event import Argument, Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import AttributeValue, Mention
from annotator.model.record import Record
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Note
from annotator.model.soundness import faults
from annotator.model.span import Span
from annotator.protocols import ImportOptions
from annotator.resources import seeds_folder
from annotator.services.schemas import load_schema
from annotator.services.validation import InvalidEdit, check_changes, omissions, violations
from annotator.services.violations import Violation
from tests.unit.model.schema_texts import parsed

TEXT = "هاجم وليد حسن المصنع في بيروت الأحد"
WALID = Mention("m1", Span(5, 13), "PER")
PLANT = Mention("m2", Span(14, 20), "ORG")
BEIRUT = Mention("m3", Span(24, 29), "GPE")
SUNDAY = Mention("m4", Span(30, 35), "DATE")
TARGET = Argument("Target", "m2")
ATTACK = Event("e1", Span(0, 4), "ATTACK", (TARGET,))
SOUND = (WALID, PLANT, BEIRUT, SUNDAY, ATTACK)
DOCUMENT = Document("d1", TEXT)


def holding(*items: Item) -> Annotations:
    return Annotations({key_of(item): item for item in items})


def broken(*items: Item, schema: LabelSchema | None = None) -> list[Violation]:
    return violations(holding(*SOUND, *items), text=TEXT, schema=schema or parsed())


def attack(*arguments: tuple[str, str], **attributes: AttributeValue) -> Event:
    """Another attack than the sound one, with its target."""
    pairs = (TARGET, *(Argument(*pair) for pair in arguments))
    return Event("e2", Span(0, 4), "ATTACK", pairs, attributes)


def test_sound_annotations_break_no_rule() -> None:
    kin = Relation("r1", "PER-SOC", "m1", "m2")
    assert broken(kin, DocumentLabel("topic", "war"), DocumentLabel("remark", "anything")) == []


@pytest.mark.parametrize(
    ("item", "kind", "ids"),
    [
        (Mention("x", WALID.span, "PER"), "same span", ("x", "m1")),
        (attack(("Agent", "m2")), "filler", ("e2", "m2")),
        (attack(("Place", "e1")), "filler", ("e2", "e1")),
        (Event("e2", Span(0, 4), "MOVE", (TARGET,)), "role", ("e2", "m2")),
        (attack(("Agent", "e2")), "own argument", ("e2", "e2")),
        (attack(("Agent", "m1"), ("Agent", "e1")), "cardinality", ("e2", "m1", "e1")),
        (attack(("Place", "m3"), ("Place", "m3")), "repeated argument", ("e2", "m3")),
        (attack(colour="red"), "attribute", ("e2",)),
        (attack(modality="never"), "attribute", ("e2",)),
        (attack(negated="true"), "attribute", ("e2",)),
        (Mention("x", Span(5, 9), "PER", {"metonym": True}), "attribute", ("x",)),
        (Relation("x", "PER-SOC", "m2", "m1"), "relation", ("x", "m2")),
        (Relation("x", "PER-SOC", "m1", "m3"), "relation", ("x", "m3")),
        (DocumentLabel("topic", "sport"), "document label", ("topic",)),
        (DocumentLabel("mood", "bad"), "document label", ("mood",)),
    ],
)
def test_a_broken_rule_is_told_with_what_breaks_it(
    item: Item, kind: str, ids: tuple[str, ...]
) -> None:
    [violation] = broken(item)
    assert (violation.kind, violation.ids) == (kind, ids)


def test_an_attribute_of_another_type_may_say_its_default() -> None:
    assert broken(Mention("x", Span(5, 9), "PER", {"metonym": False})) == []


def test_two_types_may_share_a_span_where_the_label_schema_allows_it() -> None:
    other = Mention("x", WALID.span, "ORG")
    assert broken(other) == []
    forbidding = parsed().model_copy(
        update={"nesting": parsed().nesting.model_copy(update={"same_span": "forbidden"})}
    )
    assert [found.kind for found in broken(other, schema=forbidding)] == ["same span"]


def test_nesting_ends_at_the_depth_of_the_label_schema_and_equal_spans_are_one_level() -> None:
    outer, twin = Mention("x", Span(5, 20), "ORG"), Mention("y", Span(5, 20), "PER")
    assert broken(outer, twin) == []
    [violation] = broken(outer, twin, Mention("z", Span(5, 9), "PER"))
    assert (violation.kind, violation.ids) == ("nesting", ("z",))
    assert violation.message == "PER «وليد» (5-9) lies 3 deep; the limit is 2"


def test_messages_show_the_words() -> None:
    [violation] = broken(attack(("Agent", "m2")))
    assert violation.message == "ATTACK «هاجم» (0-4): ORG «المصنع» (14-20) cannot be Agent"


def test_empty_roles_that_are_expected_or_needed_are_omissions_not_violations() -> None:
    bare = Event("e2", Span(0, 4), "ATTACK")
    assert broken(bare) == []
    found = omissions(holding(bare), text=TEXT, schema=parsed())
    assert [(each.kind, each.about) for each in found] == [
        ("expected role", "Target"),
        ("expected role", "Agent"),
        ("expected role", "Place"),
    ]


def test_unknown_types_are_passed_over_for_they_are_faults() -> None:
    strange: list[Item] = [
        Mention("x", Span(0, 2), "PLANET"),
        Event("y", Span(0, 4), "MELT"),
        Relation("z", "love", "m1", "m2"),
    ]
    assert broken(*strange) == []
    assert omissions(holding(*strange), text=TEXT, schema=parsed()) == []


def test_the_demo_layers_break_twelve_rules() -> None:
    schema = load_schema("siyasa")
    options = ImportOptions(schemas={schema.name: schema})
    kinds = []
    for name in ("annotator-a", "annotator-b"):
        path: Path = seeds_folder() / "annotations" / f"{name}.jsonl"
        for record in JsonlImporter().read(path, options):
            assert isinstance(record, Record), record
            found = violations(record.annotations, text=record.document.text, schema=schema)
            kinds += [violation.kind for violation in found]
    assert sorted(kinds) == ["filler"] * 8 + ["role"] * 2 + ["same span"] * 2


def check(*changes: Change, before: tuple[Item, ...] = SOUND) -> None:
    check_changes(changes, holding(*before), document=DOCUMENT, schema=parsed())


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (Mention("x", Span(0, 7), "PER"), "cross"),
        (Mention("x", Span(30, 99), "PER"), "outside the text"),
        (Mention("x", Span(0, 4), "PLANET"), "no entity type PLANET"),
        (Mention("x", WALID.span, "PER"), "share one span"),
        (attack(("Agent", "m2")), r"ORG .* cannot be Agent"),
        (attack(("Boss", "m2")), "no role Boss"),
        (attack(("Agent", "gone")), "points at what is not there"),
        (attack(("Agent", "m1"), ("Agent", "e1")), "at most 1"),
        (attack(("Agent", "e2")), "cannot be Agent of itself"),
        (Relation("x", "PER-SOC", "m1", "m3"), "GPE cannot be the target"),
        (DocumentLabel("topic", "sport"), "cannot be 'sport'"),
    ],
)
def test_what_the_label_schema_forbids_is_refused(item: Item, reason: str) -> None:
    with pytest.raises(InvalidEdit, match=reason):
        check(Added("d1", item))


@pytest.mark.parametrize(
    "item",
    [
        Mention("x", Span(5, 9), "PER"),
        attack(("Agent", "e1"), ("Place", "m3")),
        Relation("x", "PER-SOC", "m1", "m2"),
        Note("x", "m9", "ana", "", "on something that is gone"),
    ],
)
def test_what_the_label_schema_allows_is_not(item: Item) -> None:
    check(Added("d1", item))


def test_a_new_type_of_a_filler_is_refused_where_its_role_does_not_take_it() -> None:
    with pytest.raises(InvalidEdit, match=r"DATE .* cannot be Target"):
        check(Changed("d1", PLANT, Mention("m2", PLANT.span, "DATE")))


def test_a_filler_cannot_go_while_an_event_points_at_it() -> None:
    with pytest.raises(InvalidEdit, match="Target of ATTACK points at what is not there"):
        check(Removed("d1", PLANT))
    check(Changed("d1", ATTACK, Event("e1", ATTACK.trigger, "ATTACK")), Removed("d1", PLANT))


def test_what_was_broken_before_does_not_stop_other_edits_of_the_same_things() -> None:
    wrong = Event("e1", ATTACK.trigger, "ATTACK", (TARGET, Argument("Agent", "m4")))
    before = (WALID, PLANT, BEIRUT, SUNDAY, wrong)
    moved = Event("e1", Span(0, 3), "ATTACK", wrong.arguments)
    check(Changed("d1", wrong, moved), before=before)
    check(Changed("d1", SUNDAY, Mention("m4", Span(30, 34), "DATE")), before=before)
    worse = Event("e1", wrong.trigger, "ATTACK", (*wrong.arguments, Argument("Place", "m4")))
    with pytest.raises(InvalidEdit, match=r"DATE .* cannot be Place"):
        check(Changed("d1", wrong, worse), before=before)


def test_a_broken_rule_can_be_mended_step_by_step() -> None:
    ends = [Argument("Agent", target) for target in ("m1", "e2", "e3")]
    full = Event("e1", ATTACK.trigger, "ATTACK", (TARGET, *ends))
    others = (attack(), Event("e3", Span(0, 4), "ATTACK", (TARGET,)))
    less = Event("e1", ATTACK.trigger, "ATTACK", (TARGET, *ends[:2]))
    check(Changed("d1", full, less), before=(WALID, PLANT, full, *others))


def test_an_event_taken_as_filler_may_be_broken_itself() -> None:
    wrong = attack(("Agent", "m4"), ("Place", "m4"))
    filled = Event("e1", ATTACK.trigger, "ATTACK", (TARGET, Argument("Agent", "e2")))
    check(Changed("d1", ATTACK, filled), before=(*SOUND, wrong))


def test_changes_of_other_documents_are_passed_over() -> None:
    check(Added("d2", Mention("x", Span(0, 999), "PLANET")))


def test_a_fault_that_was_there_before_hides_no_new_violation() -> None:
    before = (*SOUND, Mention("all", Span(0, 99), "PLANET"))
    check(Added("d1", DocumentLabel("topic", "war")), before=before)
    with pytest.raises(InvalidEdit, match="share one span"):
        check(Added("d1", Mention("x", SUNDAY.span, "DATE")), before=before)


def test_nesting_too_deep_is_a_warning_and_no_refusal() -> None:
    outer, twin = Mention("x", Span(5, 20), "ORG"), Mention("y", Span(5, 14), "PER")
    deepest = Added("d1", Mention("z", Span(5, 9), "PER"))
    [warning] = check_changes([deepest], holding(outer, twin), document=DOCUMENT, schema=parsed())
    assert warning == "PER «وليد» (5-9) lies 3 deep; the limit is 2"


SPANS = st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda pair: pair[0] < pair[1])
TARGETS = st.sampled_from(["0", "1", "2", "3", "e0", "e1", "e2"])
MENTIONS = st.builds(
    Mention,
    st.sampled_from("0123"),
    st.builds(lambda pair: Span(*pair), SPANS),
    st.sampled_from(["PER", "ORG", "GPE"]),
)
EVENTS = st.builds(
    Event,
    st.sampled_from(["e0", "e1", "e2"]),
    st.just(Span(0, 4)),
    st.sampled_from(["ATTACK", "MOVE"]),
    st.lists(
        st.builds(Argument, st.sampled_from(["Agent", "Target", "Place"]), TARGETS), max_size=3
    ).map(tuple),
)


@given(st.lists(MENTIONS | EVENTS, max_size=6), MENTIONS | EVENTS)
def test_looking_only_around_a_change_finds_what_looking_at_everything_finds(
    items: list[Mention | Event], item: Mention | Event
) -> None:
    before = holding(*items)
    crossing = [a for a in before.mentions for b in before.mentions if a.span.crosses(b.span)]
    assume(not crossing)
    old = before.items.get(key_of(item))
    change: Change = Changed("d1", old, item) if old else Added("d1", item)
    new_reasons = reasons(apply(before, [change])) - reasons(before)
    refusing = {reason for reason in new_reasons if reason[0] != "nesting"}
    try:
        warnings = check_changes([change], before, document=DOCUMENT, schema=parsed())
    except InvalidEdit:
        assert refusing
    else:
        assert not refusing
        assert len(warnings) == len(new_reasons)


def reasons(annotations: Annotations) -> set[tuple[str, ...]]:
    """What names each fault and violation of the whole, so that it is known again."""
    found = violations(annotations, text=TEXT, schema=parsed())
    wrong = faults(annotations, text=TEXT, schema=parsed())
    return {each.key for each in found} | {(each.kind, *each.ids) for each in wrong}
