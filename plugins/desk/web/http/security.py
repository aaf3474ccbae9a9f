"""What every request passes, and what every answer says of itself (docs/security.md)."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = ("GET", "HEAD")
_HERE = ("127.0.0.1", "localhost")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""What the desk's own pages may load. No script makes HTML of text."""
FRAME_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-same-origin",
    )
)
"""What a page of the site may load while the desk shows it: no script runs in it."""
_SAID = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Lets pass what names this desk as its host, and what changes something only if a page of
    the desk asked for it. ``names`` are the host names besides those of this machine."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        self._app = app
        self._names = {*_HERE, *(name.lower() for name in names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        is_secure = scope["scheme"] == "https"

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in _SAID.items():
                    answer.setdefault(name, value)
                if is_secure:
                    answer.setdefault("Strict-Transport-Security", "max-age=31536000")
            await send(message)

        if refused := self._refusal(scope, headers):
            await PlainTextResponse(refused, 403)(scope, receive, said)
            return
        # Who went away while he was sending is told nothing, and will send it again.
        with suppress(ClientDisconnect):
            await self._app(scope, receive, said)

    def _refusal(self, scope: Scope, headers: Headers) -> str:
        hosts = headers.getlist("host")
        name = urlsplit(f"//{hosts[0]}").hostname if len(hosts) == 1 else None
        if name is None or name not in self._names:
            return "Tòa soạn không mở dưới tên máy này."
        if name not in _HERE and scope["scheme"] != "https":
            return "Tòa soạn chỉ mở qua HTTPS."
        if scope["method"] in _SAFE:
            return ""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        own = f"{scope['scheme']}://{hosts[0]}"
        is_own = origin == own if origin is not None else site == "same-origin"
        if not is_own or site not in (None, "same-origin"):
            return "Yêu cầu này không đến từ trang của tòa soạn."
        return ""


def cookie_name(scope: Scope) -> str:
    """Return the name of the cookie with a session's token: ``__Host-`` where there is TLS."""
    return "__Host-toa-soan" if scope["scheme"] == "https" else "toa-soan"
