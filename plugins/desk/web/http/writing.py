"""The screen on which an article is written, and what its script asks."""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.articles import NotAnArticleError, mended, open_article, show
from plugins.desk.web.http.answers import ROOT, desk_of, draft_of, gone, page, signed_in
from plugins.desk.web.http.bodies import TooLargeError, body_of
from plugins.desk.web.preview.worker import FRAME
from plugins.desk.web.source.forms import TooLongFormError, form_from
from plugins.desk.web.source.text import FieldRefusedError
from plugins.desk.web.store.drafts import Draft, Form, ReplacedError

_ELSEWHERE = "người sửa tệp ở nơi khác"
_REPLACED = (
    "Bài này đã có người bỏ rồi mở lại từ danh sách. Chữ của bạn đã cất ở bài ấy: mở bài từ danh "
    "sách để ghép."
)
_TOO_LONG = (
    "Bài dài quá 2 MB chữ nên máy chủ không nhận: tách bài, hay bỏ phần dán thừa. Chữ chưa lưu lên."
)
_MOST_BYTES = 8_000_000  # of a form as JSON
_MOST_TYPED = 2**53  # to which JavaScript counts


def _new(request: Request, session: Session) -> Response:
    draft = desk_of(request).drafts.begin(session.user.id, Form({}, []))
    return RedirectResponse(f"{ROOT}/bai/{draft.id}", 303)


async def _open(request: Request, session: Session) -> Response:
    path = str((await request.form()).get("path", ""))
    try:
        draft = await run_in_threadpool(open_article, desk_of(request), session.user, path)
    except NotAnArticleError as error:
        return gone(request, session, str(error))
    return RedirectResponse(f"{ROOT}/bai/{draft.id}", 303)


def _screen(request: Request, session: Session) -> Response:
    desk, draft = desk_of(request), draft_of(request)
    names = desk.users.full_names()
    asides = [
        {
            "id": one.id,
            "writer": names.get(one.user, _ELSEWHERE),
            "at": one.at,
            "form": form_json(one.form),
        }
        for one in desk.drafts.asides(draft.id)
    ]
    told = {
        "root": ROOT,
        "id": draft.id,
        "csrf": session.csrf,
        "user": session.user.name,
        "mayPublish": session.user.may_publish,
        "asides": asides,
        "windows": desk.drafts.windows(draft.id),
        **_state(draft, names),
    }
    return page(
        request,
        "write.html",
        session,
        draft=draft,
        choices=desk.newsroom.choices(),
        told=json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
    )


async def _save(request: Request, session: Session) -> Response:
    try:
        sent = json.loads(await body_of(request, _MOST_BYTES))
        form, made_of, tab = form_from(sent["form"]), int(sent["version"]), str(sent["tab"])
        typed, *unseen = (
            min(int(sent.get(name, 0)), _MOST_TYPED) for name in ("typed", "since", "began")
        )
    except (TooLongFormError, TooLargeError):
        return JSONResponse({"error": _TOO_LONG}, 400)
    except (ValueError, KeyError, TypeError):
        return JSONResponse({"error": "Máy chủ không hiểu bản gửi lên."}, 400)
    desk, number = desk_of(request), request.path_params["number"]
    try:
        saved = await run_in_threadpool(
            desk.drafts.save,
            number,
            session.user.id,
            tab[:40],
            made_of,
            form,
            typed,
            (unseen[0], unseen[1]),
        )
    except ReplacedError:
        return JSONResponse({"error": _REPLACED}, 409)
    answer: dict[str, Any] = {"version": saved.version}
    if saved.newer is not None:
        names = desk.users.full_names()
        answer["newer"] = form_json(saved.newer)
        answer |= {"writer": names.get(saved.writer, "?"), "at": saved.at}
        desk.journal.note(session.user.name, "hai người cùng sửa", number)
    return JSONResponse(answer)


async def _here(request: Request, session: Session) -> Response:
    desk = desk_of(request)
    try:
        tab = str(json.loads(await body_of(request, 1000))["tab"])[:40]
    except (ValueError, KeyError, TypeError, TooLargeError):
        return JSONResponse({"error": "Máy chủ không hiểu yêu cầu."}, 400)
    draft = await run_in_threadpool(draft_of, request)
    names = desk.users.full_names()
    others = desk.drafts.here(draft.id, session.user.id, tab)
    here = [names.get(one, "?") for one in others]
    return JSONResponse({"here": here, **_state(draft, names, whole=False)})


def _look(request: Request, session: Session) -> Response:
    desk, draft = desk_of(request), draft_of(request)
    shown, problems = show(desk, draft, draft.form, draft.version)
    address = None
    if shown.html is not None:
        address = f"{FRAME}/{shown.url}?bai={draft.id}&ban={draft.version}"
    return JSONResponse({"version": draft.version, "problems": problems, "page": address})


async def _mend(request: Request, session: Session) -> Response:
    try:
        sent = json.loads(await body_of(request, 1000))
        code, version = str(sent["code"]), int(sent["version"])
    except (ValueError, KeyError, TypeError, TooLargeError):
        return JSONResponse({"error": "Máy chủ không hiểu yêu cầu."}, 400)
    desk, draft = desk_of(request), await run_in_threadpool(draft_of, request)
    if draft.version != version:
        return JSONResponse(
            {"error": "Bài vừa có bản mới hơn: tải lại trang rồi bấm lần nữa."}, 409
        )
    try:
        form = await run_in_threadpool(mended, desk, draft, code)
    except FieldRefusedError:
        return JSONResponse({"error": "Máy không sửa được chỗ này: sửa tay như lời nhắc."}, 409)
    return JSONResponse({"form": form_json(form)})


def _newest(request: Request, session: Session) -> Response:
    draft = draft_of(request)
    return JSONResponse({"form": form_json(draft.form), "version": draft.version})


def _settle(request: Request, session: Session) -> Response:
    aside = request.path_params["aside"]
    desk_of(request).drafts.settle(request.path_params["number"], aside)
    return JSONResponse({})


def _state(draft: Draft, names: dict[int, str], *, whole: bool = True) -> dict[str, Any]:
    told = {
        "version": draft.version,
        "state": draft.state,
        "writer": names.get(draft.writer, "?"),
        "changed": draft.changed,
        "note": draft.note,
        "path": draft.path,
    }
    return told | ({"form": form_json(draft.form)} if whole else {})


def form_json(form: Form) -> dict[str, Any]:
    """Return a form as the screen's script has it."""
    return {"fields": form.fields, "blocks": form.blocks}


new = signed_in(_new)
open_ = signed_in(_open)
screen = signed_in(_screen)
save = signed_in(_save)
here = signed_in(_here)
look = signed_in(_look)
mend = signed_in(_mend)
newest = signed_in(_newest)
settle = signed_in(_settle)
