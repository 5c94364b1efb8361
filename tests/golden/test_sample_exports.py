"""The sample in exports/ is what the program writes today."""

from pathlib import Path

from tools.build_sample_exports import SAMPLE, build


def test_the_sample_exports_are_in_step(tmp_path: Path) -> None:
    build(tmp_path)
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    kept = {path.relative_to(SAMPLE): path.read_bytes() for path in SAMPLE.rglob("*.*")}
    assert written == kept, "run: python -m tools.build_sample_exports"
