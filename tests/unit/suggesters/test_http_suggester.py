"""A server on this machine proposes: what it says is checked, and every failure is a sentence."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

import pytest

from annotator.errors import SuggesterError, UsageError
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.schemas import load_schema
from annotator.suggesters.http_suggester import Heard, HttpSuggester

TEXT = "زار وليد بغداد ثم عاد وليد"
SCHEMA = load_schema("siyasa")
Served: TypeAlias = Callable[[Any], tuple[int, bytes]]
"""From the request's JSON to status and body."""


class Server:
    """Answers as it is told; keeps what it was asked."""

    def __init__(self) -> None:
        self.serve: Served = lambda _: (200, b"{}")
        self.requests: list[Any] = []
        self.tokens: list[str | None] = []
        self.hangs = threading.Event()
        self.hangs.set()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                server.requests.append(json.loads(body))
                server.tokens.append(self.headers["Authorization"])
                server.hangs.wait(30)
                status, answer = server.serve(server.requests[-1])
                self.send_response(status)
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/suggest"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self.hangs.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def answers(server: Server, answer: object) -> Heard:
    """What is heard of an answer."""
    server.serve = lambda _: (200, json.dumps(answer).encode())
    return HttpSuggester(server.url).ask(Document("d1", TEXT), SCHEMA)


def test_the_server_gets_the_text_and_the_label_schema(server: Server) -> None:
    document = Document("d1", TEXT, meta={"published": "2025-01-01"})
    HttpSuggester(server.url).ask(document, SCHEMA)
    [request] = server.requests
    assert request["contract"] == 1
    assert (request["doc_id"], request["text"], request["language"]) == ("d1", TEXT, "ar")
    assert request["meta"] == {"published": "2025-01-01"}
    assert "PER" in request["label_schema"]["entities"]
    assert "PER" in request["label_schema"]["events"]["MEET"]["roles"]["Participant"]


def test_mentions_and_events_become_suggestions_in_its_name(server: Server) -> None:
    heard = answers(
        server,
        {
            "suggester": "llm",
            "mentions": [{"start": 4, "end": 8, "text": "وليد", "type": "PER", "score": 0.9,
                          "why": "a name", "kb": "walid", "more": 1}],
            "events": [{"type": "MOVE", "trigger": {"start": 0, "end": 3, "text": "زار"},
                        "arguments": [{"role": "Agent", "start": 4, "end": 8, "text": "وليد"}]}],
        },
    )  # fmt: skip
    mention = SuggestedMention(Span(4, 8), "PER", "llm", 0.9, "a name", kb="walid")
    argument = SuggestedArgument("Agent", Span(4, 8), 0.7)
    event = SuggestedEvent(Span(0, 3), "MOVE", "llm", 0.7, arguments=(argument,))
    assert heard == Heard("llm", (mention, event), ())


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ({"start": 4, "end": 9, "text": "وليد"}, "is 'وليد ' in the text, 'وليد' in the answer"),
        ({"start": 4, "end": 99, "text": "وليد"}, "outside the text of 26"),
        ({"start": 8, "end": 4, "text": "وليد"}, "outside the text"),
        ({"start": 4, "text": "وليد"}, "outside the text"),
        ({"text": "وليد"}, "stands in 2 places"),
        ({"text": "وليد", "occurrence": 3}, "stands in 2 places, not 3"),
        ({"text": "سعيد"}, "is not in the text"),
    ],
)
def test_places_that_are_not_in_the_text_are_refused_and_the_rest_is_taken(
    server: Server, part: dict[str, object], reason: str
) -> None:
    good = {"text": "بغداد", "type": "GPE"}
    heard = answers(server, {"mentions": [{**part, "type": "PER"}, good]})
    assert [each.type for each in heard.suggestions] == ["GPE"]
    [refusal] = heard.refusals
    assert refusal.startswith("mention 1: ")
    assert reason in refusal


def test_a_place_may_be_named_by_its_text_alone_or_by_which_one_it_is(server: Server) -> None:
    parts = [{"text": "بغداد", "type": "GPE"}, {"text": "وليد", "occurrence": 2, "type": "PER"}]
    heard = answers(server, {"mentions": parts})
    spans = [each.span for each in heard.suggestions if isinstance(each, SuggestedMention)]
    assert [(span.start, span.of(TEXT)) for span in spans] == [(9, "بغداد"), (22, "وليد")]


def test_types_and_roles_the_label_schema_does_not_have_are_refused(server: Server) -> None:
    trigger = {"start": 0, "end": 3, "text": "زار"}
    walid = {"start": 4, "end": 8, "text": "وليد"}
    heard = answers(
        server,
        {
            "mentions": [{**walid, "type": "HERO"}],
            "events": [
                {"type": "PARTY", "trigger": trigger},
                {"type": "MOVE", "trigger": trigger, "arguments": [{"role": "Hero", **walid}]},
            ],
        },
    )
    assert [type(each) for each in heard.suggestions] == [SuggestedEvent]
    assert [refusal.split(": ")[1] for refusal in heard.refusals] == [
        "no entity type is named 'HERO'",
        "no event type is named 'PARTY'",
        "no role is named 'Hero'",
    ]


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (500, b"", "answers with 500"),
        (404, b"{}", "answers with 404"),
        (302, b"{}", "answers with 302"),  # texts go to the address that was named
        (200, b"<html>", "answers in another form"),
        (200, b'{"mentions": [{"type": "PER"}]}', r"mentions.0.text: Field required"),
        (200, b'{"mentions": [{"text": "x", "type": "PER", "score": 2}]}', "mentions.0.score"),
        (200, b" " * 17_000_000, "more than 16,000,000 bytes"),
    ],
)
def test_an_answer_that_is_none_is_one_sentence(
    server: Server, status: int, body: bytes, reason: str
) -> None:
    server.serve = lambda _: (status, body)
    with pytest.raises(SuggesterError, match=f"^the suggester at .*{reason}.* went on without it"):
        HttpSuggester(server.url).ask(Document("d1", TEXT), SCHEMA)


def test_a_server_that_is_too_slow_is_not_waited_for(server: Server) -> None:
    server.hangs.clear()
    with pytest.raises(SuggesterError, match=r"did not answer within 0\.1 s"):
        HttpSuggester(server.url, seconds=0.1).ask(Document("d1", TEXT), SCHEMA)


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(SuggesterError, match="cannot be reached"):
        HttpSuggester("http://127.0.0.1:9/").ask(Document("d1", TEXT), SCHEMA)


def test_only_web_addresses_are_asked() -> None:
    with pytest.raises(UsageError, match="begins with http"):
        HttpSuggester("file:///etc/passwd")


def test_the_token_comes_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(server, {})
    monkeypatch.setenv("ANNOTATOR_SUGGESTER_TOKEN", "secret")
    answers(server, {})
    assert server.tokens == [None, "Bearer secret"]
