"""What is sent back, made once for all whose visits one commit holds."""

from __future__ import annotations

from email.utils import formatdate
from http import HTTPStatus
from typing import NamedTuple

from plugins.counter.service.counter import Count

Pairs = list[tuple[bytes, bytes]]

PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
"""A transparent GIF of one pixel."""
_JSON = b"application/json"
_STORE_NOT = (b"cache-control", b"no-store")
_FRESH = (b"cache-control", b"public, max-age=10")


class Answer(NamedTuple):
    """A response: HTTP status, headers, body."""

    status: int
    headers: Pairs
    body: bytes


def answer(status: int, kind: bytes, body: bytes, *more: tuple[bytes, bytes]) -> Answer:
    """Return a response with the headers that each has."""
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"x-content-type-options", b"nosniff"),
        *more,
    ]
    return Answer(status, headers, body)


def refusal(status: HTTPStatus, *more: tuple[bytes, bytes]) -> Answer:
    """Return a response that says only why there are no numbers."""
    body = b'{"error":"%s"}' % status.phrase.encode()
    return answer(status, _JSON, body, _STORE_NOT, *more)


FOREIGN = refusal(HTTPStatus.FORBIDDEN)
TOO_MANY = refusal(HTTPStatus.TOO_MANY_REQUESTS, (b"retry-after", b"60"))
NOT_COUNTED = refusal(HTTPStatus.SERVICE_UNAVAILABLE, (b"retry-after", b"5"))
NOT_FOUND = refusal(HTTPStatus.NOT_FOUND)
HEALTHY = answer(200, b"text/plain", b"ok\n", _STORE_NOT)


def counted(count: Count) -> Answer:
    """Return the numbers to one who was counted."""
    return answer(200, _JSON, count.stats.json(), _STORE_NOT)


def stats(count: Count, etags: bytes | None) -> Answer:
    """Return the numbers, or 304 to one who has them: ``etags`` is ``If-None-Match``."""
    tag = count.stats.etag()
    if etags is not None and tag in (part.strip() for part in etags.split(b",")):
        return Answer(304, [(b"etag", tag), _FRESH], b"")
    return answer(200, _JSON, count.stats.json(), _FRESH, (b"etag", tag))


def pixel(status: int) -> Answer:
    """Return the image; it looks the same whether the visit was counted or not."""
    return answer(status, b"image/gif", PIXEL, _STORE_NOT)


def page(body: bytes) -> Answer:
    """Return a page for editors, which needs nothing from anywhere."""
    policy = (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'")
    return answer(200, b"text/html; charset=utf-8", body, _STORE_NOT, policy)


def wire(made: Answer) -> bytes:
    """Return a response as HTTP/1.1 has it on the wire (RFC 9112), dated now."""
    lines = [b"%s: %s\r\n" % pair for pair in made.headers]
    status = HTTPStatus(made.status)
    first = b"HTTP/1.1 %d %s\r\ndate: %s\r\n" % (
        status,
        status.phrase.encode(),
        formatdate(usegmt=True).encode(),
    )
    return b"".join([first, *lines, b"\r\n", made.body])
