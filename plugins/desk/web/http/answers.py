"""How the desk answers: pages of its templates, JSON for its scripts, and who is asking."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from plugins.core.dates.date import TIME_ZONE
from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.desk import Desk
from plugins.desk.web.http.bodies import RefusedFileError
from plugins.desk.web.http.security import cookie_name
from plugins.desk.web.publish.publisher import Publisher
from plugins.desk.web.store.drafts import Draft, UnknownDraftError

ROOT = "/toa-soan"
"""Below which address of the host the desk is."""

Handler = Callable[[Request, Session], Response]
Streaming = Callable[[Request, Session], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, TIME_ZONE):%H:%M %d/%m/%Y}"


def _address(text: str) -> str:
    return quote(text, safe="")


_templates.filters |= {"moment": _moment, "address": _address}
_templates.globals |= {"ROOT": ROOT}


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    return cast("Desk", request.app.state.desk)


def publisher_of(request: Request) -> Publisher:
    """Return who publishes for the desk."""
    return cast("Publisher", request.app.state.publisher)


def draft_of(request: Request) -> Draft:
    """Return the article that an address names. Raises :class:`UnknownDraftError`, which whoever
    has signed in is told."""
    return desk_of(request).drafts.draft(request.path_params["number"])


def page(
    request: Request, template: str, session: Session | None, status: int = 200, **told: Any
) -> Response:
    """Return a page of the desk."""
    known = {"user": session.user if session else None, "csrf": session.csrf if session else ""}
    site = desk_of(request).project.site
    text = _templates.get_template(template).render(site=site, **known, **told)
    return HTMLResponse(text, status)


async def nowhere(request: Request) -> Response:
    """Answer that the desk has nothing at an address."""
    session = await run_in_threadpool(session_of, request)
    return gone(request, session, "Tòa soạn không có trang này.")


def gone(request: Request, session: Session | None, what: str) -> Response:
    """Return the page of something that is not there."""
    return page(request, "message.html", session, 404, title="Không có", text=what)


def not_kept(request: Request, error: Exception) -> Response:
    """Answer that the desk's file could not be written: a script keeps what it sent, and sends it
    again (507)."""
    said = f"Máy chủ không ghi được ({error}): đĩa đầy hay đang bận. Báo người phụ trách máy."
    if request.headers.get("x-csrf") is not None:
        return JSONResponse({"error": said}, 507)
    return page(request, "message.html", None, 507, title="Chưa ghi được", text=said)


def session_of(request: Request) -> Session | None:
    """Return who is asking, if he has signed in."""
    token = request.cookies.get(cookie_name(request.scope))
    return desk_of(request).sessions.find(token) if token else None


def signed_in(handler: Handler | Streaming) -> Endpoint:
    """Return the endpoint of who has signed in: others are led to where that is done, and a script
    is told (401) so that it keeps what it was about to send. An article that is no more, and a file
    that is not taken, are told here, too.

    What changes something has to carry the session's own token.
    """

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        session = await run_in_threadpool(session_of, request)
        is_script = request.headers.get("x-csrf") is not None
        if session is None:
            if is_script or request.method not in ("GET", "HEAD"):
                return JSONResponse({"error": "Phiên làm việc đã hết. Hãy đăng nhập lại."}, 401)
            then = request.url.path
            return RedirectResponse(f"{ROOT}/dang-nhap?then={_address(then)}", 303)
        if request.method not in ("GET", "HEAD"):
            given = request.headers.get("x-csrf")
            if given is None:
                given = str((await request.form()).get("csrf", ""))
            if given != session.csrf:
                # Signed in anew in another window: a page of the same editor goes on with that.
                now = {"csrf": session.csrf, "user": session.user.name} if is_script else {}
                return JSONResponse({"error": "Trang này đã cũ. Hãy tải lại trang.", **now}, 403)
        try:
            if iscoroutinefunction(handler):
                answer: Response = await handler(request, session)
                return answer
            return await run_in_threadpool(cast("Handler", handler), request, session)
        except UnknownDraftError:
            if is_script:
                return JSONResponse({"error": "Bài này không còn."}, 404)
            return gone(request, session, "Không có bài này.")
        except RefusedFileError as error:
            return JSONResponse({"error": str(error)}, error.status)

    return endpoint
