from collections.abc import Mapping, Sequence

from torch import Model, Tensor

class Tokenizer:
    def tokenize(self, text: str) -> list[str]: ...

class NERDataset:
    def __init__(
        self,
        sentences: Sequence[Sequence[str]],
        tokenizer: Tokenizer,
        labels: Sequence[str],
        max_seq_length: int,
    ) -> None: ...
    def __getitem__(self, i: int) -> Mapping[str, Tensor]: ...

class NERecognizer:
    model: Model
    tokenizer: Tokenizer
    labels_map: Mapping[int, str]
    @staticmethod
    def pretrained(model_name: str | None = None, use_gpu: bool = True) -> NERecognizer: ...
