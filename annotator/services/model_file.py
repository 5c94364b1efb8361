"""What several learners learned, in one piece of bytes that says whether it is whole."""

import hashlib
import json
from collections.abc import Mapping

from annotator.errors import InvalidDataError

_FIRST_LINE = b"annotator models 1\n"
_DAMAGED = "the stored model is damaged; make it anew with: annotator train"


def pack(parts: Mapping[str, bytes]) -> bytes:
    """One piece of all parts; the same parts, the same bytes."""
    listed = [
        [name, len(content), hashlib.sha256(content).hexdigest()]
        for name, content in sorted(parts.items())
    ]
    data = b"".join(content for _, content in sorted(parts.items()))
    return _FIRST_LINE + json.dumps(listed).encode() + b"\n" + data


def unpack(content: bytes) -> dict[str, bytes]:
    """The parts.

    Raises:
        InvalidDataError: it is damaged, or of a newer program.
    """
    if not content.startswith(_FIRST_LINE):
        raise InvalidDataError("the stored model is of another program; run: annotator train")
    head, _, data = content.removeprefix(_FIRST_LINE).partition(b"\n")
    parts: dict[str, bytes] = {}
    try:
        listed = [
            (str(name), int(length), check_sum) for name, length, check_sum in json.loads(head)
        ]
    except (ValueError, TypeError) as error:
        raise InvalidDataError(_DAMAGED) from error
    for name, length, check_sum in listed:
        parts[name], data = data[:length], data[length:]
        if hashlib.sha256(parts[name]).hexdigest() != check_sum:
            raise InvalidDataError(_DAMAGED)
    return parts
