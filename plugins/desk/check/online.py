"""Are the articles that ours were taken from still there? Asks the outlets' sites.

Only whoever asks for it has this done (``check --online``): no build needs the network. An address
is asked for once, however many articles name it; of one host one at a time, of all at most
:data:`AT_ONCE`. Only an answer that leaves no doubt is told: "not found" and "gone" (RFC 9110,
15.5.5 and 15.5.11), and a host without an address. A site that refuses a program (403, 405, 429),
is at fault itself (5xx), or is silent, may well have the article. Addresses of this machine and of
its network are not asked, nor any that a page elsewhere leads on to.
"""

from __future__ import annotations

import ipaddress
import socket
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from plugins.core import checks
from plugins.core.article import Article
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise

AT_ONCE = 8
"""Hosts that are asked at the same time."""
PATIENCE = 10.0
"""Seconds to wait for an answer."""

_MOST_BYTES = 1024  # of a page that had to be asked for: only its status counts
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what stands in addresses as it is (RFC 3986, 2.2)
_AGENT = "Mozilla/5.0 (compatible; bulletin-link-check)"
Answer = Literal["there", "gone", "no host", "unknown"]


class _RefusedError(URLError):
    """An address that is not asked."""


def dead_sources(articles: Iterable[Article]) -> Iterator[Problem]:
    """Yield a warning for each article whose source's address leads nowhere any more, in the
    order of the articles."""
    named = [(one, one.source.url) for one in articles if one.source and one.source.url]
    answers = _ask_all(dict.fromkeys(url for _, url in named))
    for article, url in named:
        told = {
            "gone": f"bài gốc không còn ở {url}",
            "no host": f"không có trang web nào ở {url}",
        }.get(answers[url])
        if told:
            yield Problem(
                checks.SOURCE_DEAD,
                normalise(article.path),
                None,
                told,
                "Tìm lại bài trên trang của báo, chép địa chỉ mới vào “Source_url”; bài đã bị gỡ "
                "thì xem có nên giữ bài đăng lại không.",
            )


def _ask_all(urls: Iterable[str]) -> dict[str, Answer]:
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[_host(url)].append(url)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = pool.map(_ask_host, by_host.values())
        return {url: answer for answers in asked for url, answer in answers}


def _ask_host(urls: Sequence[str]) -> list[tuple[str, Answer]]:
    return [(url, ask(url)) for url in urls]


def ask(url: str) -> Answer:
    """Say whether anything is at an address, for sure or perhaps.

    A server that does not like to be asked for the head alone is asked for the page.
    """
    try:
        address = _encoded(url)
        answer = _answer(address, "HEAD")
        # Some answer "not found" to whatever they do not know how to answer.
        return _answer(address, "GET") if answer != "there" else answer
    except (UnicodeError, ValueError):
        return "unknown"


def _answer(url: str, method: Literal["HEAD", "GET"]) -> Answer:
    try:
        _refuse_private(url)
        request = Request(url, headers={"User-Agent": _AGENT}, method=method)  # noqa: S310 - checked
        with _OPENER.open(request, timeout=PATIENCE) as reply:
            reply.read(_MOST_BYTES)
    except HTTPError as error:
        error.close()
        return "gone" if error.code in _GONE else "unknown"
    except socket.gaierror as error:
        return _unresolved(error)
    except URLError as error:
        is_unresolved = isinstance(error.reason, socket.gaierror)
        return _unresolved(error.reason) if is_unresolved else "unknown"
    except (OSError, HTTPException):
        return "unknown"
    return "there"


def _unresolved(error: object) -> Answer:
    """Tell a host that nobody knows from a network that does not work."""
    code = error.errno if isinstance(error, socket.gaierror) else None
    is_unknown = code in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
    return "no host" if is_unknown and _is_online() else "unknown"


def _is_online() -> bool:
    """Whether names are resolved at all: without a network every host would seem to be gone."""
    for name in ("vnnic.vn", "iana.org"):
        try:
            socket.getaddrinfo(name, None)
        except OSError:
            continue
        return True
    return False


class _Redirects(HTTPRedirectHandler):
    """Follows what a page leads on to, unless that is none of the web's."""

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        _refuse_private(urljoin(req.full_url, newurl))
        made = super().redirect_request(req, fp, code, msg, headers, newurl)
        if made is not None:
            made.method = req.get_method()
        return made


def _refuse_private(url: str) -> None:
    """Raise :class:`_RefusedError` for an address that is not on the web, or not one of it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _RefusedError("not of the web")
    for *_, place in socket.getaddrinfo(parts.hostname, None):
        if not is_public(str(place[0])):
            raise _RefusedError("of this network")


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody reaches (RFC 6890)."""
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _encoded(url: str) -> str:
    """Return an address as it goes over the network: ASCII, a host's name in IDNA."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    path, query = quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE)
    return parts._replace(netloc=f"{host}{port}", path=path, query=query, fragment="").geturl()


_OPENER = build_opener(ProxyHandler({}), _Redirects())
