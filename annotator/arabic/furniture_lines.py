"""What a single line of a news page says of itself: share buttons, bylines, dates, credits."""

import re
from typing import Literal, TypeAlias

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.arabic.normalize import fold_key

ZoneKind: TypeAlias = Literal[
    "headline", "subhead", "caption", "byline", "dateline", "outlet", "furniture"
]

# Every pattern reads a folded line: without vowel signs, with plain alefs, ه for ة, ي for ى.
_BULLET = r"[\W_]*"
_HEADINGS = (
    "اقرا(?:ي|وا)? (?:ايضا|المزيد)|طالع ايضا|شاهد ايضا|لقراءه المزيد|للمزيد|المزيد من"
    "|(?:مواضيع|مقالات|اخبار|موضوعات) (?:ذات صله|متعلقه|مشابهه)|ذات صله|قد يهمك|ننصحك ب"
    "|الاكثر (?:قراءه|مشاهده|تعليقا)|related(?: articles| posts| news)?|read (?:more|also)"
)
_BUTTONS = (
    "مشاركه|شارك(?: (?:الخبر|المقال|هذا|الموضوع|علي).*)?|انشر(?: علي.*)?|طباعه|اطبع|حفظ|نسخ الرابط"
    "|استمع(?: (?:الي|للخبر).*)?|تابعنا.*|تابعونا.*|اشترك.*|اضف تعليق.*|التعليقات|لا توجد تعليقات"
    "|(?:ال)?كلمات (?:ال)?(?:مفتاحيه|دلاليه|بحث).*|(?:ال)?وسوم.*|اعلان|الرييسيه"
    "|(?:جميع|كل|كافه) الحقوق محفوظه.*|حقوق النشر.*|عدد المشاهدات.*|(?:مده|وقت|زمن) القراءه.*"
    "|(?:دقيقه|دقايق) للقراءه|حجم الخط.*|فيس ?بوك|تويتر|واتس ?اب|تيليجرام|تلي?غرام|لينكد ?ان"
    "|share(?: this)?|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|copy link"
    "|advertisement|comments?|tags?|subscribe"
)
_HEADING = re.compile(rf"{_BULLET}(?:{_HEADINGS})\b")
_BUTTON = re.compile(rf"{_BULLET}(?:{_BUTTONS})[\W\d_]*", re.IGNORECASE)
_TEMPLATE_NAME = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)+", re.IGNORECASE)
"""A line such as «entry-content»: the name of a part of the page, left by a faulty extraction."""

_WRITTEN_BY = re.compile(
    r"(?:(?:كتب(?:ت|ه|ها|وا)?|تحرير|اعداد|اعد(?:ه|ها|ت)?|ترجمه|تصوير|عدسه|(?:ال)?محرر(?:ه)?"
    r"|حاور(?:ه|ها|ت|ته)?)\s*[:\-–—|/]|بقلم\b|by\s)"
    r"|(?:تقرير|خاص|متابع(?:ه|ات)|مراسل(?:ه|نا|تنا)?)\s*[:\-–—|/]+\s*\w+(?:\s\w+){0,2}$",
    re.IGNORECASE,
)
"""The words of the second line begin many a headline as well, so only a name may follow them."""
_MOST_WORDS_OF_A_BYLINE = 12

_SITE = re.compile(r"(?:(?:ال)?موقع (?:الرسمي|الالكتروني)|المصدر\s*[:\-–|/]|نقلا عن\s*:)")
_LONGEST_PART = 4
"""Words between two dashes of a byline: a name, a place, an outlet, a date."""
_REPORTER = re.compile(r"(?:من )?(?:مراسل|موفد|مندوب)")
_PARTS = re.compile(r"\s+[-–—|/]+\s+|\s*\|\s*")
_CREDIT = re.compile(
    r"(?:صوره?(?: (?:ارشيفيه|تعبيريه|من))?\s*[:\-–)]|الصوره\s*[:\-–(]|.*getty images$"
    r"|.*[(\[]\s*(?:صوره|ارشيف(?:يه)?|رويترز|ا ?[ف.] ?[ب.].*|فرانس برس|اسوشيتد برس|ا ب|اب|د ب ا"
    r"|الاناضول|غيتي.*|جيتي.*|getty.*|reuters|afp|ap|epa)\s*[)\]]$)",
    re.IGNORECASE,
)

_MONTHS = (
    "يناير|فبراير|مارس|ابريل|نيسان|مايو|ماي|يونيو|يونيه|جوان|يوليو|يوليه|جويليه|اغسطس|غشت|اوت"
    "|سبتمبر|شتنبر|اكتوبر|نوفمبر|نونبر|ديسمبر|دجنبر|كانون (?:الاول|الثاني)|تشرين (?:الاول|الثاني)"
    "|شباط|اذار|ايار|حزيران|تموز|اب|ايلول|جانفي|فيفري|افريل|محرم|صفر|ربيع (?:الاول|الاخر|الثاني)"
    "|جمادي (?:الاولي|الاخره|الثانيه)|رجب|شعبان|رمضان|شوال|ذو القعده|ذو الحجه|ذي القعده|ذي الحجه"
)
_DIGIT = re.compile(r"\d")
_DAYS = "الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
_DATE_LINE = re.compile(
    r"[\W_]*(?:(?:تاريخ(?: النشر)?|نشر(?:ت)?(?: في| بتاريخ)?|اخر تحديث|تم التحديث|حدث(?: في)?|date"
    r"|published|updated|(?:ال)?يوم|الموافق|الساعه|بتوقيت|غرينتش|جرينتش|مكه|جمت|gmt|utc|[ap]m|صباحا|مساء"
    rf"|ظهرا|هجريه?|ميلاديه?|ه|م|ص|{_DAYS}|{_MONTHS}|\d+[هم]?)(?![^\W_])[\W_]*)+",
    re.IGNORECASE,
)


def kind_of_line(line: str) -> ZoneKind | None:
    """The kind of a line that needs no neighbour to be known; None for a title or for prose.

    Give it without white space at its ends.
    """
    folded = fold_key(line)
    if _BUTTON.fullmatch(folded) or is_heading_of_links(line) or _TEMPLATE_NAME.fullmatch(folded):
        return "furniture"
    if _DIGIT.search(folded) and _DATE_LINE.fullmatch(folded):
        return "dateline"
    if _SITE.search(folded) and _is_short(folded):
        return "outlet"
    if _WRITTEN_BY.match(folded) and _is_short(folded):
        return "byline"
    return "caption" if _CREDIT.match(folded) else None


def is_heading_of_links(line: str) -> bool:
    """Whether the line begins a list of other articles."""
    return _HEADING.match(fold_key(line)) is not None


def is_byline_of_parts(line: str) -> bool:
    """Whether the line is names parted by dashes: «المدينة - الصحيفة - اسم الكاتب»."""
    parts = _PARTS.split(fold_key(line).strip(" -–—|/:"))
    return len(parts) > 1 and all(map(_is_byline_part, parts))


def _is_byline_part(part: str) -> bool:
    if _DATE_LINE.fullmatch(part) or _REPORTER.match(part):
        return True
    words = part.split()
    return len(words) <= _LONGEST_PART and FUNCTION_WORDS.isdisjoint(words)


def _is_short(folded: str) -> bool:
    return len(folded.split()) <= _MOST_WORDS_OF_A_BYLINE
