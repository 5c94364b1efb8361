"""What one run of suggestions works with: memory, suggesters, segmenter, and who of them failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.errors import SuggesterError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import Suggestion
from annotator.protocols import Memory, Suggester
from annotator.services.suggesting import Beside, installed_suggesters, suggest_document
from annotator.settings import load_settings
from annotator.suggesters.camel_segmenter import CamelSegmenter


@dataclass(frozen=True)
class Stack:
    """Makes suggestions for one document after another."""

    memory: Memory
    suggesters: Sequence[Suggester]
    segmenter: CamelSegmenter | None = None
    failures: dict[str, str] = field(default_factory=dict)
    """Who could not work, and why; it is left out of the rest of the run."""

    def suggest(
        self,
        document: Document,
        schema: LabelSchema,
        annotations: Annotations,
        *,
        given: Sequence[Suggestion] = (),
    ) -> tuple[Suggestion, ...]:
        """Suggestions for the document beside what is annotated, `given` among the proposals."""
        beside = Beside(given, self._proclitics(document.text), self.failures)
        return suggest_document(
            document, schema, self.memory, annotations, self.suggesters, beside=beside
        )

    def _proclitics(self, text: str) -> Mapping[str, str] | None:
        if self.segmenter is None or "segmenter" in self.failures:
            return None
        try:
            return self.segmenter.proclitics(text)
        except SuggesterError as error:
            self.failures["segmenter"] = str(error)
            return None


def make_stack(memory: Memory) -> Stack:
    """Everything installed, and the segmenter this person chose.

    Raises:
        InvalidDataError: the settings file is damaged.
    """
    chosen = CamelSegmenter() if load_settings().segmenter == "camel" else None
    return Stack(memory, installed_suggesters(), chosen)
