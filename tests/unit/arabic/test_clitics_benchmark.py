"""The benchmark of the segmenter reads both ways in which treebanks mark clitics."""

import json
from pathlib import Path

import pytest

from benchmarks.clitics import main
from tools.log_linear import Example, fit
from tools.train_segmenter import examples, train
from tools.treebank import TreebankWord, read_documents

GLUED = """\
# newdoc id = a
# text = وصل وبالقطار، سيعود
1	وصل	_	VERB	_	_	0	root	_	_
2	و	_	CCONJ	_	_	1	dep	_	SpaceAfter=No
3	ب	_	ADP	_	_	1	dep	_	SpaceAfter=No
4	القطار	_	NOUN	_	_	1	dep	_	SpaceAfter=No
5	،	_	PUNCT	_	_	1	punct	_	_
6	س	_	PART	_	_	1	dep	_	SpaceAfter=No
7	يعود	_	VERB	_	_	1	dep	_	_

# newdoc id = a
1	ب	_	X	_	_	0	root	_	SpaceAfter=No
2	300	_	NUM	_	_	1	dep	_	_

"""
RANGES = """\
1-3	للسفير	_	_	_	_	_	_	_	SpaceAfter=No
1	لِ	_	ADP	_	_	2	case	_	_
2	السفير	_	NOUN	_	_	0	root	_	_
3	ه	_	PRON	_	_	2	dep	_	_
4	.	_	PUNCT	_	_	2	punct	_	_
4.1	_	_	_	_	_	_	_	_	_
5	ب	_	ADP	_	_	6	case	_	SpaceAfter=No
6	300	_	NUM	_	_	2	dep	_	_
7-8	شقيقته	_	_	_	_	_	_	_	_
7	شقيقة	_	NOUN	_	_	2	dep	_	_
8	ه	_	PRON	_	_	7	dep	_	_
"""


def read(tmp_path: Path, content: str) -> list[list[TreebankWord]]:
    path = tmp_path / "treebank.conllu"
    path.write_text(content, encoding="utf-8")
    return read_documents(path)


def test_clitics_glued_to_the_next_word(tmp_path: Path) -> None:
    assert read(tmp_path, GLUED) == [
        [
            TreebankWord("وصل", ""),
            TreebankWord("وبالقطار", "وب"),
            TreebankWord("سيعود", "س"),
            TreebankWord("ب300", ""),
        ]
    ]


def test_clitics_as_parts_of_multi_word_tokens(tmp_path: Path) -> None:
    assert read(tmp_path, RANGES) == [
        [TreebankWord("للسفير", "ل"), TreebankWord("ب300", "ب"), TreebankWord("شقيقته", "")]
    ]


def test_the_report_counts_words_and_borders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "treebank.conllu"
    path.write_text(GLUED, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["clitics", str(path)])
    main()
    report = json.loads(capsys.readouterr().out)
    assert (report["words"], report["ambiguous_words"]) == (4, 4)
    assert (report["exact"], report["ambiguous_exact"]) == (75.0, 75.0)
    assert report["split_f1"] == 85.71
    assert report["words_per_second"] > 0


def test_weights_grow_towards_what_is_right() -> None:
    data = [Example([[], [("good", 1.0)]], 1, 3.0), Example([[], [("bad", 1.0)]], 0, 3.0)]
    weights = fit(data, penalty=1.0)
    assert weights["good"] == pytest.approx(-weights["bad"], abs=0.1)
    assert weights["good"] > 0.5


def test_training_makes_examples_of_rare_proclitics_from_common_ones() -> None:
    words = [TreebankWord("بالقطار", "ب"), TreebankWord("سفير", "")]
    made = {name for one in examples(words) for each in one.candidates for name, _ in each}
    assert {"cut ب", "cut و", "cut ف", "cut ك"} <= made
    weights = train(examples(words * 50))
    assert weights["cut و"] > 0
