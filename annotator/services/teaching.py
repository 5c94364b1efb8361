"""Make a stack of suggestions that learned from some annotated documents and nothing else."""

from collections.abc import Sequence

from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.services.learners import installed_learners
from annotator.services.memory import build_memory
from annotator.services.model_file import pack
from annotator.services.suggestion_stack import Seed, Stack, make_stack
from annotator.services.training import learn
from annotator.settings import Settings


def taught_stack(records: Sequence[Record], schema: LabelSchema) -> Stack:
    """What suggests after these documents were annotated; no server is asked."""
    memory = build_memory((record.document, record.annotations) for record in records)
    model = pack(learn(records, schema, installed_learners())) if records else None
    return make_stack(Seed(memory, schema, Settings(), model=model))
