"""A theme as the style sheet gets it: the variables of app.tcss."""

from textual.theme import Theme as Sheet

from annotator.tui.themes import Theme


def painted(theme: Theme) -> Sheet:
    """The theme for Textual."""
    return Sheet(
        name=f"annotator-{theme.name}",
        primary=theme.entities,
        foreground=theme.ink,
        background=theme.ground,
        surface=theme.raised,
        panel=theme.quiet,
        dark=theme.is_dark,
        variables={
            "ground": theme.ground,
            "ink": theme.ink,
            "strong": theme.strong,
            "quiet": theme.quiet,
            "line": theme.line,
            "muted": theme.muted,
            "raised": theme.raised,
            "live": theme.entities,
        },
    )
