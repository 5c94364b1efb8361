"""The part of trafilatura that reading web pages uses."""

__version__: str

class Document:
    text: str | None
    title: str | None
    sitename: str | None
    date: str | None
    url: str | None

def bare_extraction(
    filecontent: str, *, with_metadata: bool = False, include_comments: bool = True
) -> Document | None: ...
