"""Proclitics by the morphology of camel-tools, for whoever prefers it to the built-in segmenter."""

from collections.abc import Mapping

from annotator.arabic.normalize import fold_key
from annotator.arabic.tokenize import tokenize
from annotator.errors import SuggesterError
from annotator.suggesters.camel_data import get_data, state_of
from annotator.suggesters.camel_process import GET_PACKAGE, CamelProcess, shared_process


class CamelSegmenter:
    """Asks for the words of a document at once; known words are not asked for again."""

    def __init__(self, process: CamelProcess | None = None) -> None:
        self._process = process
        self._known: dict[str, str | None] = {}

    def proclitics(self, text: str) -> Mapping[str, str]:
        """Folded word -> its proclitics, for the words the morphology knows.

        Raises:
            SuggesterError: package or data are missing, or camel-tools fails.
        """
        printed = {fold_key(t.of(text)): t.of(text) for t in tokenize(text) if t.kind == "word"}
        asked = [key for key in printed if key not in self._known]
        if asked:
            answers = self._asked().proclitics([printed[key] for key in asked])
            self._known.update(zip(asked, answers, strict=True))
        found = ((key, self._known[key]) for key in printed)
        # an analysis may spell out letters that are not printed: it tells nothing of these
        return {key: cut for key, cut in found if cut is not None and _fits(key, cut)}

    def _asked(self) -> CamelProcess:
        if self._process is None:
            lacks = state_of("MorphologyDB").lacks
            if lacks:
                how = GET_PACKAGE if lacks == "package" else get_data("MorphologyDB")
                message = f"the segmenter camel lacks its {lacks}; get it with: {how}"
                raise SuggesterError(message)
            self._process = shared_process()
        return self._process


def _fits(key: str, proclitics: str) -> bool:
    return key.startswith(proclitics) and len(key) > len(proclitics)
