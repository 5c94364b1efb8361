"""Write the golden files of the exports anew; look at every difference before keeping it."""

from tests.golden.exports import EXPORTS, golden_export
from tests.golden.hard_document import FOLDER

if __name__ == "__main__":
    for name in EXPORTS:
        content, losses = golden_export(name)
        (FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes, {len(losses)} losses")
