"""The model that ships: learned from the bootstrap corpus, read when it is asked for first."""

from functools import cache
from pathlib import Path

from annotator.suggesters.model_file import LearnedModel, unpack_model

MODEL = Path(__file__).parent / "data" / "siyasa.model"
"""Written by `tools/train_models.py`."""


@cache
def shipped_model() -> LearnedModel | None:
    """The model; None in a checkout where it was not made yet."""
    return unpack_model(MODEL.read_bytes()) if MODEL.exists() else None
