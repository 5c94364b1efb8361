"""Where proclitics are cut off, and where a letter belongs to the word."""

import pytest

from annotator.arabic.clitics import SegmentedWord, proclitic_length, segment, split_tokens
from annotator.arabic.normalize import fold_key
from annotator.arabic.proclitic_ranker import ProcliticRanker
from annotator.arabic.word_counts import UNKNOWN, zipf
from annotator.model.span import Span


def cut(text: str, *confirmed: str) -> str:
    """The tokens of a text, words by spaces and parts by bars."""
    words = segment(text, confirmed={fold_key(name) for name in confirmed})
    return " ".join("|".join(part.of(text) for part in word.tokens) for word in words)


def the_word(text: str) -> SegmentedWord:
    (word,) = segment(text)
    return word


WHOLE = (
    "وزير والد بوتين وارسو بغداد لبنان كييف فلاديمير لندن بيان وفد واشنطن فرنسا كوشنر فلسطين"
    " لافروف ولاية وكالة برلين كبير فريق سلام كانون لجنة بعد في كما لكن كذلك لديهم بينهما"
)


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_letter_of_the_word_is_no_proclitic(word: str) -> None:
    assert cut(word) == word


@pytest.mark.parametrize(
    "parts",
    [
        "و|كوشنر",
        "ل|موسكو",
        "ب|الكرملين",
        "و|الجمعة",
        "ك|وسيط",
        "ف|أعلن",
        "و|ل|لرئيس",
        "ل|لرئيس",
        "و|ب|الكرملين",
        "ل|اتفاق",
        "و|لكن",
        "ب|هذا",
        "ل|هم",
        "ف|إن",
        "ل|له",
        "و|أضافت",
        "ف|قالت",
        "و|سيجتمعان",
        "و|لبنان",
        "ب|كييف",
    ],
)
def test_a_proclitic_is_cut(parts: str) -> None:
    assert cut(parts.replace("|", "")) == parts


def test_vowel_signs_do_not_hide_a_proclitic() -> None:
    assert cut("وَلِلرَّئِيسِ") == "وَ|لِ|لرَّئِيسِ"


def test_the_future_stays_with_its_verb_and_is_reported() -> None:
    word = the_word("وسيكون")
    assert word.conjunction == Span(0, 1)
    assert word.future == Span(1, 2)
    assert word.stem == Span(2, 6)
    assert word.core == Span(1, 6)


def test_the_article_stays_with_its_noun_and_is_reported() -> None:
    word = the_word("وبالكرملين")
    assert word.preposition == Span(1, 2)
    assert word.article == Span(2, 4)
    assert word.core == Span(2, 10)


def test_behind_the_preposition_lam_one_lam_is_the_article() -> None:
    word = the_word("للرئيس")
    assert (word.preposition, word.article, word.stem) == (Span(0, 1), Span(1, 2), Span(2, 6))


@pytest.mark.parametrize("word", ["التقى", "التزام", "الله", "ألمانيا"])
def test_a_root_that_begins_with_alif_lam_has_no_article(word: str) -> None:
    assert the_word(word).article is None


def test_an_article_before_a_number() -> None:
    assert cut("والـ28 للـ20 ب15 الـ3") == "و|الـ28 ل|لـ20 ب|15 الـ3"
    assert the_word("الـ28").article == Span(0, 3)


def test_a_proclitic_before_a_quote_stands_alone() -> None:
    text = 'لـ"رويترز" وبـ«الحدث» و كوشنر'
    assert cut(text) == "لـ رويترز و|بـ الحدث و كوشنر"
    assert segment(text)[0].stem is None
    assert cut('والـ"رويترز" للـ"رويترز"') == "و|الـ رويترز ل|لـ رويترز"
    assert cut("ل (رويترز)") == "ل رويترز"


def test_a_tatweel_behind_the_letter_speaks_for_a_proclitic() -> None:
    assert cut("بـوغدانوفكا") == "بـ|وغدانوفكا"
    assert cut("بوغدانوفكا") == "بوغدانوفكا"


def test_a_latin_word_bears_proclitics() -> None:
    assert cut("لCNN وBBC") == "ل|CNN و|BBC"


def test_a_joined_preposition_is_reported_and_left() -> None:
    word = the_word("فيموسكو")
    assert word.joined == Span(0, 2)
    assert word.tokens == [Span(0, 7)]
    assert the_word("فيلادلفيا").joined is None


def test_the_document_says_that_a_word_is_whole() -> None:
    assert cut("ويتكوف") == "و|يتكوف"
    assert cut("قال ويتكوف إن وويتكوف") == "قال ويتكوف إن و|ويتكوف"
    assert cut("ويتكوف عاد ويتكوف ثم غادر ويتكوف") == "ويتكوف عاد ويتكوف ثم غادر ويتكوف"


def test_the_document_says_that_a_word_is_not() -> None:
    assert cut("بتشيرنيهيف") == "بتشيرنيهيف"
    assert cut("تشيرنيهيف بتشيرنيهيف") == "تشيرنيهيف ب|تشيرنيهيف"


def test_a_confirmed_name_is_never_split() -> None:
    assert cut("ويتكوف وويتكوف لويتكوف", "ويتكوف") == "ويتكوف و|ويتكوف ل|ويتكوف"
    assert cut("وكوشنر", "وكوشنر") == "وكوشنر"


def test_a_ligature_across_the_border_cannot_be_cut() -> None:
    assert cut("\ufef7وكرانيا") == "\ufef7وكرانيا"
    assert cut("لأوكرانيا") == "ل|أوكرانيا"


def test_split_tokens_keeps_everything_else_whole() -> None:
    text = "وقال لـ«الحدث»، 12.5% وكوشنر #وكالة"
    assert [span.of(text) for span in split_tokens(text)] == [
        *("و", "قال", "لـ", "«", "الحدث", "»", "،", "12.5", "%", "و", "كوشنر", "#وكالة"),
    ]


@pytest.mark.parametrize(
    ("word", "length"), [("وكوشنر", 1), ("وَبِالكرملين", 4), ("لـ", 2), ("كوشنر", 0), ("", 0)]
)
def test_the_length_of_the_proclitics_of_one_word(word: str, length: int) -> None:
    assert proclitic_length(word) == length


def test_other_weights_can_be_given() -> None:
    everything = ProcliticRanker({"cut و": 1.0})
    assert proclitic_length("وزير", ranker=everything) == 1
    assert proclitic_length("وزير", ranker=ProcliticRanker({})) == 0


def test_counts_of_words_are_known() -> None:
    assert zipf("في") > zipf("وزير") > zipf("كوشنر") > UNKNOWN
    assert zipf("قغشظذ") == zipf("") == UNKNOWN


def test_proclitics_another_segmenter_gives_are_taken_but_never_from_confirmed_names() -> None:
    text = "لندن وبيروت للرئيس"
    given = {"لندن": "ل", "وبيروت": "", "للرئيس": "ل"}
    cores = [word.core for word in segment(text, confirmed={"لندن"}, given=given)]
    assert [core.of(text) for core in cores if core] == ["لندن", "وبيروت", "لرئيس"]
