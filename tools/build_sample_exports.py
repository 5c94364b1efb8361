"""Writes exports/sample: the first seed article with one demo layer, in every format there is.

A test runs it into another folder and compares.
"""

import sys
import tempfile
from pathlib import Path

from annotator.formats.jsonl import JsonlImporter
from annotator.plugins import plugin_names
from annotator.resources import seeds_folder
from annotator.services.formats import exporter
from annotator.services.project import Project
from annotator.services.transfer_in import import_file
from annotator.services.transfer_out import Destination, export_layer

SAMPLE = Path(__file__).resolve().parents[1] / "exports" / "sample"
LAYER = "annotator-a"


def build(folder: Path) -> None:
    """Write the sample of each format below `folder`, replacing what is there."""
    lines = (seeds_folder() / "annotations" / f"{LAYER}.jsonl").read_bytes().split(b"\n")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"{LAYER}.jsonl"
        path.write_bytes(lines[0] + b"\n")
        with Project.create(Path(place) / "sample.db") as project:
            import_file(project, path, JsonlImporter())
            for name in plugin_names("exporters"):
                export_layer(project, LAYER, exporter(name), Destination(folder, force=True))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if sys.argv[1:] else SAMPLE)
