"""Ask a server for suggestions: one POST a document, within a time limit."""

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from pydantic import ValidationError

from annotator.errors import SuggesterError, UsageError
from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import Suggestion
from annotator.suggesters.http_answer import Answer, AnswerReader

CONTRACT = 1
"""Of the request; a change that breaks servers counts it up."""
TOKEN_VARIABLE = "ANNOTATOR_SUGGESTER_TOKEN"  # noqa: S105 -- a name, no secret
MAX_BYTES = 16_000_000
DEFAULT_SECONDS = 60.0
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Heard:
    """What a server answered for one document."""

    suggester: str
    suggestions: tuple[Suggestion, ...]
    refusals: tuple[str, ...]


class HttpSuggester:
    """A server at one address; article texts go there, so it is never asked unless named."""

    def __init__(self, url: str, *, seconds: float = DEFAULT_SECONDS) -> None:
        """Ask `url`.

        Raises:
            UsageError: it is no http or https address.
        """
        if not url.startswith(("http://", "https://")):
            message = f"{url!r} is no address of a suggester; it begins with http:// or https://"
            raise UsageError(message)
        self.url = url
        self._seconds = seconds
        self._opener = urllib.request.build_opener(_NoRedirects)

    def ask(self, document: Document, schema: LabelSchema) -> Heard:
        """What the server proposes for the document, wrong offsets and types left out.

        Raises:
            SuggesterError: it cannot be reached, is too slow, or its answer is not the contract's.
        """
        raw = self._post(json.dumps(_request(document, schema), ensure_ascii=False).encode())
        try:
            answer = Answer.model_validate_json(raw)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "the answer"
            self._fail(f"answers in another form ({where}: {first['msg']})", error)
        reader = AnswerReader(document, schema)
        suggestions = reader.read(answer)
        return Heard(answer.suggester, suggestions, tuple(reader.refusals))

    def _post(self, body: bytes) -> bytes:
        try:
            return self._answer(body)
        except urllib.error.HTTPError as error:
            error.close()
            self._fail(f"answers with {error.code} {error.reason}", error)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, TimeoutError):
                self._fail(f"cannot be reached ({error.reason})", error)
            self._fail(f"did not answer within {self._seconds:g} s", error)
        except TimeoutError as error:
            self._fail(f"did not answer within {self._seconds:g} s", error)
        except (OSError, http.client.HTTPException) as error:
            self._fail(f"broke off ({type(error).__name__})", error)

    def _answer(self, body: bytes) -> bytes:
        """The body of the answer, whole.

        Raises:
            TimeoutError: it came too slowly.
            SuggesterError: it is too long.
        """
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        token = os.environ.get(TOKEN_VARIABLE)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        # the scheme was checked when the address was given
        request = urllib.request.Request(self.url, body, headers)  # noqa: S310
        deadline = time.monotonic() + self._seconds
        parts: list[bytes] = []
        size = 0
        with self._opener.open(request, timeout=self._seconds) as response:
            while part := response.read1(_CHUNK):
                parts.append(part)
                # a server that trickles never lets a single read time out
                if time.monotonic() > deadline:
                    raise TimeoutError
                size += len(part)
                if size > MAX_BYTES:
                    self._fail(f"answers with more than {MAX_BYTES:,} bytes")
        return b"".join(parts)

    def _fail(self, what: str, cause: Exception | None = None) -> NoReturn:
        message = f"the suggester at {self.url} {what}; the others went on without it"
        raise SuggesterError(message) from cause


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Texts go to the address that was named and to no other."""

    def redirect_request(self, *_: object) -> None:
        return None


def _request(document: Document, schema: LabelSchema) -> dict[str, object]:
    return {
        "contract": CONTRACT,
        "doc_id": document.id,
        "text": document.text,
        "language": document.language,
        "meta": dict(document.meta),
        "label_schema": {
            "name": schema.name,
            "version": schema.version,
            "entities": {name: each.definition for name, each in schema.entities.items()},
            "events": {
                name: {"trigger": each.trigger, "roles": _roles(schema, name)}
                for name, each in schema.events.items()
            },
        },
    }


def _roles(schema: LabelSchema, event_type: str) -> dict[str, Sequence[str]]:
    """Role of the event -> entity types that may fill it."""
    return {
        role: sorted(schema.fillers(event_type, role).entity_types)
        for role in schema.event_roles(event_type)
    }
