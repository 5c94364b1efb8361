"""Web pages: the article comes without the page, in its own encoding, and needs the extra."""

import sys
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.formats.html import HtmlImporter
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

PAGE = """<html><head><meta charset="{charset}"><title>قمة في عمان</title>
<meta property="article:published_time" content="2024-03-09T10:00:00Z"></head><body>
<nav><a href="/">الرئيسية</a> <a href="/s">رياضة</a></nav><article>
<p>اجتمع وزراء خارجية ثلاث دول عربية في العاصمة عمان صباح الأحد لبحث وقف إطلاق النار، بحسب بيان.</p>
<p>وقال الوزير إن المشاركين اتفقوا على عقد جولة ثانية من المحادثات الأسبوع المقبل في القاهرة.</p>
<p>وأضاف أن الجولة المقبلة ستعقد على مستوى الخبراء قبل أن ترفع نتائجها إلى القادة نهاية الشهر.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def piece(path: Path, content: bytes, options: ImportOptions | None = None) -> Record | Refusal:
    path.write_bytes(content)
    assert HtmlImporter().accepts(path)
    [found] = HtmlImporter().read(path, options or ImportOptions())
    return found


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_the_article_comes_without_the_page_around_it(charset: str, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    found = piece(tmp_path / "p.html", PAGE.format(charset=charset).encode(charset))
    assert isinstance(found, Record)
    document = found.document
    assert document.id == "p"
    assert document.text.startswith("اجتمع وزراء خارجية")
    assert "الرئيسية" not in document.text
    assert "الحقوق" not in document.text
    assert document.meta["title"] == "قمة في عمان"
    assert document.meta["published"] == "2024-03-09"
    assert document.meta["extracted_by"].startswith("trafilatura ")


def test_a_page_without_an_article_and_one_in_another_encoding_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    empty = piece(tmp_path / "e.html", b"<html><body></body></html>")
    assert isinstance(empty, Refusal)
    assert "no article" in empty.reasons[0]
    wrong = piece(tmp_path / "w.htm", PAGE.format(charset="utf-8").encode("cp1256"))
    assert isinstance(wrong, Refusal)
    assert "cp1256" in wrong.reasons[0]


def test_without_the_extra_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(AnnotatorError, match=r"annotator-arabic\[html\]"):
        piece(tmp_path / "p.html", b"<p>x</p>")
