"""Identifiers: time-ordered for what people make, content-derived for what machines propose."""

import hashlib
import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80


class _Ulid:
    """The last identifier given out, so that the next one of this process sorts after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        with self._lock:
            milliseconds = time.time_ns() // 1_000_000
            fresh = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
            # A clock that went back, or two in one millisecond: stay above the last one.
            self._last = fresh if fresh > self._last else self._last + 1
            return self._last


_ulid = _Ulid()


def new_id() -> str:
    """A ULID: 26 letters and digits that sort in the order they were made in this process."""
    number = _ulid.next()
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def content_id(*parts: str) -> str:
    """A short identifier that depends only on `parts`: the same parts, the same identifier."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10)
    return digest.hexdigest()
