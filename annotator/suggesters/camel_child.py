"""The child process that camel-tools lives in: a JSON object a line in, one a line out.

Run as `python -m annotator.suggesters.camel_child` by `CamelProcess`, and by nobody else. What
the libraries load, print or break stays in here. Importing them takes five seconds and more, the
entity model about 600 MB of memory.
"""

import json
import os
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TextIO, TypeAlias

if TYPE_CHECKING:
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.ner import NERecognizer, Tokenizer

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"

_BATCH = 8
_PIECES = 256
"""Word pieces the entity model reads at once; camel-tools cuts longer sentences."""
_LONGEST_WORD = 60
"""Letters; nothing longer is a word, and one may not fill a whole reading."""
_CONJUNCTIONS = {"wa": "و", "fa": "ف"}
_PREPOSITIONS = {"bi": "ب", "ka": "ك", "li": "ل", "la": "ل"}


class Tools:
    """What of camel-tools was asked for, loaded when it is."""

    @cached_property
    def recognizer(self) -> "NERecognizer":
        """The entity model of the catalogue."""
        from camel_tools.ner import NERecognizer

        return NERecognizer.pretrained(use_gpu=False)

    @cached_property
    def analyzer(self) -> "Analyzer":
        """The morphology database of the catalogue."""
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB

        return Analyzer(MorphologyDB.builtin_db())

    def entities(self, sentences: Sequence[Sequence[str]]) -> "list[list[tuple[str, float]]]":
        """A label and its probability for every word; camel-tools itself gives no probabilities."""
        import torch
        from camel_tools.ner import NERDataset
        from torch.utils.data import DataLoader

        tokenizer, model = self.recognizer.tokenizer, self.recognizer.model
        names = [str(name) for name in self.recognizer.labels_map.values()]
        found: list[list[tuple[str, float]]] = [[("O", 1.0)] * len(words) for words in sentences]
        # camel-tools loses count at words its tokenizer makes nothing of: they are kept from it
        places = [_readable(words, tokenizer) for words in sentences]
        kept = [[words[p] for p in at] for words, at in zip(sentences, places, strict=True)]
        data = NERDataset(kept, tokenizer, names, _PIECES)
        waiting = [iter(at) for at in places]
        model.eval()
        with torch.no_grad():
            for batch in DataLoader(data, batch_size=_BATCH, shuffle=False):
                numbers = batch.pop("sent_id").tolist()
                begins = batch.pop("label_ids").tolist()
                best = model(**batch)[0].softmax(-1).max(-1)
                chosen, sure = best.indices.tolist(), best.values.tolist()
                answers = zip(numbers, begins, chosen, sure, strict=True)
                for number, is_first, labels, scores in answers:
                    for first, label, score in zip(is_first, labels, scores, strict=True):
                        if first >= 0:  # the label of a word is that of its first piece
                            found[number][next(waiting[number])] = (names[label], round(score, 4))
        return found

    def proclitics(self, words: Sequence[str]) -> "list[str | None]":
        """The letters of conjunction and preposition of each word; None where nothing is known."""
        return [self._proclitics(word) for word in words]

    def _proclitics(self, word: str) -> str | None:
        analyses = self.analyzer.analyze(word)
        if not analyses:
            return None
        likely = max(analyses, key=lambda each: float(each.get("pos_lex_logprob", -99.0)))
        conjunction = str(likely.get("prc2", "0")).partition("_")[0]
        preposition = str(likely.get("prc1", "0")).partition("_")[0]
        return _CONJUNCTIONS.get(conjunction, "") + _PREPOSITIONS.get(preposition, "")


def _readable(words: Sequence[str], tokenizer: "Tokenizer") -> list[int]:
    """Places of the words that the tokenizer makes something of, and that are words at all."""
    return [
        place
        for place, word in enumerate(words)
        if len(word) <= _LONGEST_WORD and tokenizer.tokenize(word)
    ]


def answer(tools: Tools, request: "dict[str, list[str]]") -> "dict[str, Json]":
    """The reply to one request; a failure is a reply too."""
    try:
        if "sentences" in request:
            labelled = tools.entities([list(words) for words in request["sentences"]])
            return {"entities": [[[*pair] for pair in sentence] for sentence in labelled]}
        return {"proclitics": [*tools.proclitics(request["words"])]}
    except ImportError as error:
        return _failure("package", error)
    except MemoryError as error:
        return _failure("memory", error)
    except Exception as error:  # noqa: BLE001 -- the worker boundary: told to the parent, not lost
        is_memory = "memory" in str(error).lower()
        return _failure("memory" if is_memory else "data", error)


def _failure(kind: str, error: BaseException) -> "dict[str, Json]":
    return {"failure": kind, "message": f"{type(error).__name__}: {error}"[:500]}


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the parent closes the pipe or is gone."""
    tools = Tools()
    for line in requests:
        answers.write(json.dumps(answer(tools, json.loads(line))) + "\n")
        answers.flush()


def main() -> None:
    """Serve on this process's pipes; what libraries print goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 -- for a library that asks
    serve(requests, answers)


if __name__ == "__main__":
    main()
