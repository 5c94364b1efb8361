from collections.abc import Mapping

from camel_tools.morphology.database import MorphologyDB

class Analyzer:
    def __init__(self, db: MorphologyDB) -> None: ...
    def analyze(self, word: str) -> list[Mapping[str, str | float]]: ...
