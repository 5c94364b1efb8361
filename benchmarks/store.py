"""How quick a project of many articles is: importing, searching, grouping, and what it weighs.

Run `python -m benchmarks.store`, or `python -m benchmarks.store --articles 100000` for the figures
the targets are about; it prints one JSON object. The articles are synthetic (see
`benchmarks.articles`), about 450 tokens each, written to a folder that is removed afterwards.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.formats.news_jsonl import ArticlesImporter
from annotator.services.duplicates import find_duplicates
from annotator.services.project import Project
from annotator.services.search_query import Query
from annotator.services.searching import first_hits
from annotator.services.transfer_in import import_file
from benchmarks.articles import FREQUENT_WORDS, vocabulary, write_articles

ARTICLE_COUNT = 10_000
QUERY_COUNT = 200
PAGE = 50
"""Hits on a first page."""
TARGET_ARTICLES_PER_SECOND = 3_000
TARGET_RARE_MILLISECONDS = 5.0
TARGET_PAGE_MILLISECONDS = 100.0
TARGET_INDEX_SHARE = 0.40


@dataclass(frozen=True)
class Imported:
    """Reading one file of JSON lines into a new project, with zones, report and search index."""

    articles: int
    characters: int
    seconds: float
    articles_per_second: int
    target_articles_per_second: int
    cpu_articles_per_second: int
    """As if no other program had taken the processor meanwhile."""


@dataclass(frozen=True)
class Searched:
    """Medians over different words, in milliseconds; each word is asked for the first time."""

    rare_word_p50: float
    target_rare_word_p50: float
    rare_word_p95: float
    frequent_word_first_page_p50: float
    frequent_word_first_page_max: float
    target_first_page: float
    phrase_of_frequent_words_first_page_max: float
    no_match_p50: float


@dataclass(frozen=True)
class Weighed:
    """Bytes in the project file."""

    text_bytes: int
    """UTF-8, of all articles."""
    index_bytes: int
    index_share_of_text: float
    target_index_share: float
    sketch_share_of_text: float
    file_share_of_text: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLE_COUNT)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder, _filled(Path(folder), count) as (project, took):
        searched = _search(project)
        started = time.perf_counter()
        find_duplicates(project)
        grouping = time.perf_counter() - started
        result = {
            "benchmark": "store",
            "import": asdict(took),
            "search": asdict(searched),
            "grouping_articles_per_second": round(count / grouping),
            "size": asdict(_weigh(project)),
        }
    print(json.dumps(result, indent=2))


@contextmanager
def _filled(folder: Path, count: int) -> Iterator[tuple[Project, Imported]]:
    """A project with so many articles."""
    source = folder / "articles.jsonl"
    write_articles(source, count)
    with Project.create(folder / "project.db") as project:
        started, cpu_started = time.perf_counter(), time.process_time()
        report = import_file(project, source, ArticlesImporter())
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu_started
        if len(report.added_documents) != count:
            message = f"only {len(report.added_documents)} of {count} articles came in"
            raise RuntimeError(message)
        yield (
            project,
            Imported(
                articles=count,
                characters=report.counts.characters,
                seconds=round(seconds, 2),
                articles_per_second=round(count / seconds),
                target_articles_per_second=TARGET_ARTICLES_PER_SECOND,
                cpu_articles_per_second=round(count / cpu),
            ),
        )


def _search(project: Project) -> Searched:
    chance = random.Random(2)  # noqa: S311 -- queries, not secrets
    words, _ = vocabulary()
    _milliseconds(project, "تمهيد")  # opens the packed tables
    rare = [_milliseconds(project, w) for w in chance.sample(words[-50_000:], QUERY_COUNT)]
    frequent = [_milliseconds(project, word) for word in FREQUENT_WORDS]
    phrases = [
        _milliseconds(project, " ".join(chance.sample(FREQUENT_WORDS, 2))) for _ in range(10)
    ]
    absent = [_milliseconds(project, f"{word}ظظظ") for word in chance.sample(words, QUERY_COUNT)]
    return Searched(
        rare_word_p50=_median(rare),
        target_rare_word_p50=TARGET_RARE_MILLISECONDS,
        rare_word_p95=round(statistics.quantiles(rare, n=20)[-1], 2),
        frequent_word_first_page_p50=_median(frequent),
        frequent_word_first_page_max=round(max(frequent), 2),
        target_first_page=TARGET_PAGE_MILLISECONDS,
        phrase_of_frequent_words_first_page_max=round(max(phrases), 2),
        no_match_p50=_median(absent),
    )


def _milliseconds(project: Project, pattern: str) -> float:
    """How long the first page of hits takes."""
    started = time.perf_counter()
    first_hits(project, Query(pattern), limit=PAGE)
    return 1000 * (time.perf_counter() - started)


def _median(values: list[float]) -> float:
    return round(statistics.median(values), 2)


def _weigh(project: Project) -> Weighed:
    def one(query: str) -> int:
        return int(project.connection.execute(query).fetchone()[0] or 0)

    text = one("select sum(length(cast(text as blob))) from documents")
    size: Callable[[str], int] = lambda name: one(  # noqa: E731 -- a table's pages
        f"select sum(pgsize) from dbstat where name {name}"  # noqa: S608 -- names of our own
    )
    index, sketches = size("like 'search%'"), size("= 'sketches'")
    project.connection.execute("pragma wal_checkpoint(truncate)")
    return Weighed(
        text_bytes=text,
        index_bytes=index,
        index_share_of_text=round(index / text, 3),
        target_index_share=TARGET_INDEX_SHARE,
        sketch_share_of_text=round(sketches / text, 3),
        file_share_of_text=round(project.path.stat().st_size / text, 3),
    )


if __name__ == "__main__":
    main()
