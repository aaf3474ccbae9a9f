"""Signing in and out."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.desk.web.accounts.sessions import LONGEST, Session
from plugins.desk.web.http.answers import ROOT, desk_of, page, session_of, signed_in
from plugins.desk.web.http.security import cookie_name

_WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


async def sign_in(request: Request) -> Response:
    """Show the form, or take it: a page leads on, a script (it asks for JSON) gets the token of
    its forms, and what stands on its screen stays there."""
    if request.method != "POST":
        if await run_in_threadpool(session_of, request):
            return RedirectResponse(f"{ROOT}/", 303)
        return _form(request, "", "", _then(request.query_params.get("then", "")))
    form = await request.form(max_files=0, max_fields=8)
    name, password = str(form.get("name", "")), str(form.get("password", ""))
    then = _then(str(form.get("then", "")))
    token, wrong = await run_in_threadpool(_checked, request, name, password)
    is_script = request.headers.get("accept") == "application/json"
    if token is None:
        if is_script:
            return JSONResponse({"error": wrong}, 403)
        return _form(request, name, wrong, then, 403)
    answer: Response
    if is_script:
        session = await run_in_threadpool(desk_of(request).sessions.find, token)
        answer = JSONResponse({"csrf": session.csrf if session else ""})
    else:
        answer = RedirectResponse(then, 303)
    answer.set_cookie(
        cookie_name(request.scope),
        token,
        max_age=int(LONGEST),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return answer


def _checked(request: Request, name: str, password: str) -> tuple[str | None, str]:
    """Return the token of a new session, or why there is none."""
    desk, address = desk_of(request), request.client.host if request.client else ""
    if minutes := desk.throttle.minutes_to_wait(name, address):
        return None, f"Sai quá nhiều lần. Hãy thử lại sau {minutes} phút."
    user = desk.users.check(name, password[:200])
    if user is None:
        desk.throttle.failed(name, address)
        desk.journal.note(name.strip()[:80], "đăng nhập sai", detail=address)
        return None, _WRONG
    desk.throttle.succeeded(name, address)
    desk.journal.note(user.name, "đăng nhập", detail=address)
    old = request.cookies.get(cookie_name(request.scope))
    if old:
        desk.sessions.end(old)
    return desk.sessions.begin(user), ""


def _sign_out(request: Request, session: Session) -> Response:
    desk = desk_of(request)
    desk.sessions.end(request.cookies.get(cookie_name(request.scope), ""))
    desk.journal.note(session.user.name, "đăng xuất")
    answer = RedirectResponse(f"{ROOT}/dang-nhap", 303)
    answer.delete_cookie(
        cookie_name(request.scope),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return answer


sign_out = signed_in(_sign_out)


def _form(request: Request, name: str, wrong: str, then: str, status: int = 200) -> Response:
    return page(request, "sign_in.html", None, status, name=name, wrong=wrong, then=then)


def _then(address: str) -> str:
    """Return where to go after signing in: a page of the desk, whatever was asked for."""
    is_ours = address.startswith(f"{ROOT}/") and not set(address) & set("\\\r\n")
    return address if is_ours and "//" not in address else f"{ROOT}/"
