"""Write the JSON Schema of the interchange file from the models that read it."""

from pathlib import Path

from annotator.formats.interchange import json_schema

PATH = Path(__file__).parents[1] / "schema" / "interchange.schema.json"

if __name__ == "__main__":
    PATH.write_bytes(json_schema().encode())
    print(f"wrote {PATH.name}")
