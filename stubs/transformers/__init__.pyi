"""The part of transformers that makes a tiny model for the tests."""

from collections.abc import Mapping
from pathlib import Path

class BertConfig:
    def __init__(
        self,
        *,
        vocab_size: int,
        hidden_size: int,
        num_hidden_layers: int,
        num_attention_heads: int,
        intermediate_size: int,
        max_position_embeddings: int,
        id2label: Mapping[int, str],
        label2id: Mapping[str, int],
    ) -> None: ...

class BertForTokenClassification:
    def __init__(self, config: BertConfig) -> None: ...
    def save_pretrained(self, save_directory: Path) -> object: ...
