"""A picture as numbers: colours of its cells, and how far two pictures agree on one of them."""

import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

Color: TypeAlias = tuple[int, int, int]

_BYTES = 3  # red, green, blue


class Box(NamedTuple):
    """A rectangle of pixels, the right and lower border outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def byte_count(self) -> int:
        """How many bytes of colour it holds."""
        return (self.right - self.left) * (self.bottom - self.top) * _BYTES


@dataclass(frozen=True, slots=True)
class Raster:
    """The pixels of a picture."""

    width: int
    height: int
    data: bytes

    @classmethod
    def read(cls, path: Path) -> "Raster":
        """Read a picture with ImageMagick."""
        converted = subprocess.run(  # noqa: S603 -- a picture of our own
            ["convert", str(path), "-depth", "8", "ppm:-"],  # noqa: S607
            capture_output=True,
            check=True,
        )
        kind, size, depth, data = converted.stdout.split(b"\n", 3)
        if (kind, depth) != (b"P6", b"255"):
            message = f"{path} came out in an unexpected form"
            raise ValueError(message)
        width, height = map(int, size.split())
        return cls(width, height, data)

    def row(self, box: Box, y: int) -> bytes:
        """The bytes of one row of pixels inside `box`."""
        start = (y * self.width + box.left) * _BYTES
        return self.data[start : start + (box.right - box.left) * _BYTES]

    def pixels(self, box: Box) -> Counter[Color]:
        """How often each colour occurs in `box`."""
        found: Counter[Color] = Counter()
        for y in range(box.top, box.bottom):
            row = self.row(box, y)
            found.update(zip(row[::_BYTES], row[1::_BYTES], row[2::_BYTES], strict=True))
        return found

    def ground(self, box: Box) -> Color:
        """The colour most of `box` has: what lies behind the letters."""
        return self.pixels(box).most_common(1)[0][0]

    def extent(self, color: Color) -> Box | None:
        """The smallest box with every pixel of `color`; None when there is none."""
        wanted = bytes(color)
        whole = Box(0, 0, self.width, self.height)
        columns: list[int] = []
        rows: list[int] = []
        for y in range(self.height):
            row = self.row(whole, y)
            at = row.find(wanted)
            while at >= 0:
                if at % _BYTES == 0:
                    columns.append(at // _BYTES)
                    rows.append(y)
                at = row.find(wanted, at + 1)
        if not rows:
            return None
        return Box(min(columns), min(rows), max(columns) + 1, max(rows) + 1)


def difference(first: Raster, box: Box, second: Raster, other: Box, *, above: int) -> int:
    """How many bytes of `box` and of `other`, a box of its size, differ by more than `above`."""
    count = 0
    for y in range(box.bottom - box.top):
        ours, theirs = first.row(box, box.top + y), second.row(other, other.top + y)
        if ours != theirs:
            count += sum(abs(a - b) > above for a, b in zip(ours, theirs, strict=True))
    return count
