"""Keyboard layouts: which Latin character the same physical key types, whatever is printed on it.

Under an Arabic layout signs are traps: Shift+D types `]`, Shift+comma a comma. So a layout is known
or follows the last letter that only one script has, and its signs are read by that layout.
"""

import sys
from collections.abc import Mapping

from annotator.settings import Keyboard

_ROWS = "qwertyuiop[]asdfghjkl;'zxcvnm,./"
_SHIFTED_ROWS = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVNM<>?'
"""Without `b`: it types two letters, and nothing is bound to it."""

_EASTERN = dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True))
_TOP = {"ذ": "`", "ّ": "~", ")": "(", "(": ")"}
"""Parentheses are mirrored: Shift+9 types `)`."""


def _table(plain: str, shifted: str, more: Mapping[str, str]) -> dict[str, str]:
    pairs = [*zip(plain, _ROWS, strict=True), *zip(shifted, _SHIFTED_ROWS, strict=True)]
    return {**_EASTERN, **more, **{typed: latin for typed, latin in pairs if typed != "\0"}}


_PC_PLAIN = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"
_LINUX = _table(
    _PC_PLAIN,
    "\u064e\u064b\u064f\u064c\ufef9إ`÷×؛<>\u0650\u064d][\ufef7أـ،/:\"~\u0652}{آ',.؟",
    _TOP,
)
_WINDOWS = _table(
    _PC_PLAIN,
    '\u064e\u064b\u064f\u064c\ufef9إ‘÷×؛<>\u0650\u064d][\ufef7أـ،/:"~\u0652}{آ’,.؟',
    _TOP,
)
_MAC = _table(
    "ضصثقفغعهخحجةشسيبلاتنمك؛ظطذدرو،./",
    '\u064e\u064b\u0650\u064d\u064f\u064c\u0652\u0651][}{»«ى\u0670\0آ\u0671\0\0:"\0\0ئءإؤ><؟',
    {")": "(", "(": ")"},
)
_AZERTY = {"²": "`", "é": "[", "è": "]", "ç": "{", "à": "}", "ù": "\\", "µ": "\\", "§": "\\"}
"""Frequent signs lie on AltGr there; keys that type a letter of no use here stand in for them."""
_LATIN_TO_AZERTY = str.maketrans("qwazQWAZ;m:M", "azqwAZQWm,M?")
_ARABIC_AZERTY = {
    **{typed: latin.translate(_LATIN_TO_AZERTY) for typed, latin in _LINUX.items()},
    **_AZERTY,
    "ذ": "`",
}
_INTERNATIONAL = {"´": "'", "¨": '"', "˜": "~", "ˆ": "^"}
"""What some terminals send for a dead key that nothing followed."""

LAYOUTS: Mapping[str, Mapping[str, str]] = {
    "latin": {},
    "arabic-linux": _LINUX,
    "arabic-windows": _WINDOWS,
    "arabic-mac": _MAC,
    "azerty": _AZERTY,
    "arabic-azerty": _ARABIC_AZERTY,
    "us-international": _INTERNATIONAL,
}
"""By layout, what is typed -> what the key means; what is not there means itself."""


def arabic_here(platform: str = sys.platform) -> str:
    """The Arabic layout that the system's own is most like."""
    return {"darwin": "arabic-mac", "win32": "arabic-windows"}.get(platform, "arabic-linux")


class KeyReader:
    """Reads what keys mean; under `auto` it follows the last unambiguous letter."""

    def __init__(self, keyboard: Keyboard = "auto", *, arabic: str | None = None) -> None:
        self._is_auto = keyboard == "auto"
        self._arabic = arabic or arabic_here()
        self.layout: str = "latin" if self._is_auto else keyboard
        """The layout that signs are read by now."""

    def meant(self, typed: str) -> str:
        """The character that the same key types under the layout bindings are written for."""
        if self._is_auto and len(typed) == 1 and typed.isalpha():
            if typed.isascii():
                self.layout = "latin"
            elif "\u0600" <= typed <= "\u06ff" or "\ufef5" <= typed <= "\ufefc":
                self.layout = self._arabic
        return LAYOUTS[self.layout].get(typed, typed)
