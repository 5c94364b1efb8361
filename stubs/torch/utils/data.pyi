from collections.abc import Iterator, Mapping
from typing import Protocol

from torch import Tensor

class Dataset(Protocol):
    def __getitem__(self, i: int) -> Mapping[str, Tensor]: ...

class DataLoader:
    def __init__(self, dataset: Dataset, *, batch_size: int, shuffle: bool) -> None: ...
    def __iter__(self) -> Iterator[dict[str, Tensor]]: ...
