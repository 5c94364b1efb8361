"""Character classes of printed Arabic that words and folding share, ready for a regex `[…]`."""

HARAKAT = "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Vowel signs and Koranic marks: they ride on a letter and never change which word it is."""

EXTENDED_HARAKAT = "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
"""The same of the extended block, written in African and Koranic print."""

HAMZA_MARKS = "\u0653-\u0655"
"""Madda and hamza as marks of their own: decomposed text writes آ أ إ ؤ ئ with them."""

TATWEEL = "\u0640"

OTHER_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c5\u05c7"
    "\u1dc0-\u1dff\u20d0-\u20f0"
)
"""Combining marks of Latin, Cyrillic and Hebrew words quoted in Arabic text."""

MARKS = HARAKAT + EXTENDED_HARAKAT + HAMZA_MARKS + OTHER_MARKS
"""Everything that combines with the letter before it; `\\w` knows none of them."""

JOINERS = "\u200c\u200d\u00ad"
"""ZWNJ, ZWJ and the soft hyphen: invisible, and at home inside a word."""

INVISIBLES = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Control, direction and zero-width characters: no ink of their own, so never a token."""

WORD_LETTERS = f"\\w{MARKS}"
"""What a word is made of; holds digits and the underscore, as `\\w` does."""
