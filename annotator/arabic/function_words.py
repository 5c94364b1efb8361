"""The closed classes of Arabic: words whose proclitics need no counts to be settled."""

from annotator.arabic.normalize import fold_key

_LOOK_PREFIXED = """
    في فيه فيها فيهم فيهن فيهما فينا فيك فيكم فيما فيمن
    كان كانت كانا كانتا كانوا كنت كنا كنتم كونه كونها كونهم
    كل كله كلها كلهم كلنا كلاهما كلتاهما كلا كلتا كلما كما كم كي كيف كيفما كذا كذلك
    كأن كأنه كأنها كأنهم كأنما
    بعد بعدما بعده بعدها بعدهم بعدئذ بين بينه بينها بينهم بينهما بيننا بينكم بينما
    بعض بعضه بعضها بعضهم بعضهما بعضنا بل بلى بيد
    لم لن لا لكن لكنه لكنها لكنهم لكنهما لكنني لكني لكنك لكننا
    لأن لأنه لأنها لأنهم لأنهما لأنهن لأنني لأني لأنك لأننا
    لدى لديه لديها لديهم لديهما لديهن لدينا لديك لديكم
    ليس ليست ليسوا ليسا لست لسنا لعل لعله لعلها لعلهم ليت لو لولا لقد
    فقط فوق فوقه فوقها فور فورا فضلا وراء وراءه وراءها وسط وفق وفقا وحده وحدها وحدهم
    سوف سوى سواء سيما
"""
"""They begin with a letter of a proclitic, but it is their own."""

_FOLLOW_CONJUNCTION = """
    هو هي هما نحن أنا أنت أنتم هذا هذه هذان هذين هاتان هاتين ذلك تلك هؤلاء أولئك هنا هناك
    الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي
    من منه منها منهم عن عنه عنها عنهم على عليه عليها عليهم إلى إليه إليها مع معه معها معهم
    عند عندما منذ خلال حول نحو قبل تحت أمام دون حتى ضد عبر حيث
    إن إنه إنها إنهم إنني إننا أن أنه أنها أنهم أنني أننا إذا إذ إما أما إلا أو أي أيضا ثم
    ما ماذا متى أين هل قد غير مثل مما عما ربما حين حينما حالما
"""
"""Other small words, all of which bear و or ف before them."""

_REPORTING_VERBS = """
    قال قالت قالوا يقول تقول أضاف أضافت يضيف أكد أكدت يؤكد أوضح أوضحت أشار أشارت يشير تشير
    أعلن أعلنت ذكر ذكرت تابع تابعت نقل نقلت شدد شددت اعتبر اعتبرت دعا دعت طالب طالبت جاء جاءت
"""
"""The verbs with which a report goes on; it prints them with و more often than without."""

_PRONOUNS = "ه ها هم هما هن نا ك كم"
_DEMONSTRATIVES = "هذا هذه هذين هاتين ذلك تلك هؤلاء أولئك"


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold_key, words.split()))


LOOK_PREFIXED = _folded(_LOOK_PREFIXED)
FUNCTION_WORDS = LOOK_PREFIXED | _folded(_FOLLOW_CONJUNCTION)

_CONJUNCTIONS = "وف"
_PREPOSITIONS_BEFORE_PRONOUN = "بل"
_PREPOSITIONS = "بلك"

PROCLITICS_OF: dict[str, str] = {
    **{
        f"{one}{word}": one
        for one in _CONJUNCTIONS
        for word in FUNCTION_WORDS | _folded(_REPORTING_VERBS)
    },
    **{
        f"{conjunction}{one}{word}": f"{conjunction}{one}"
        for conjunction in ("", *_CONJUNCTIONS)
        for letters, words in (
            (_PREPOSITIONS_BEFORE_PRONOUN, _PRONOUNS),
            (_PREPOSITIONS, _DEMONSTRATIVES),
        )
        for one in letters
        for word in _folded(words)
    },
    **{f"{one}لله": f"{one}ل" for one in ("", *_CONJUNCTIONS)},
    **dict.fromkeys(LOOK_PREFIXED, ""),
}
"""Of each of these folded words the proclitics; later entries win: كذلك is one word."""
