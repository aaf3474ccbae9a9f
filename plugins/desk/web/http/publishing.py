"""Sending for approval, publishing, and what has become of it."""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.desk import Desk
from plugins.desk.web.http.answers import desk_of, draft_of, publisher_of, signed_in
from plugins.desk.web.http.bodies import TooLargeError, body_of
from plugins.desk.web.publish.queue import Action
from plugins.desk.web.store.drafts import Draft

_CHANGED = "Bài vừa có bản mới hơn: tải lại trang, đọc lại rồi bấm lần nữa."
_OF_SECRETARY = ("publish", "return", "correct", "withdraw")


async def _act(request: Request, session: Session) -> Response:
    try:
        sent = json.loads(await body_of(request, 10_000))
        does, version, note = str(sent["does"]), int(sent["version"]), str(sent.get("note", ""))
    except (ValueError, KeyError, TypeError, TooLargeError):
        return JSONResponse({"error": "Máy chủ không hiểu yêu cầu."}, 400)
    if does in _OF_SECRETARY and not session.user.may_publish:
        return JSONResponse({"error": "Chỉ thư ký tòa soạn làm được việc này."}, 403)
    return await run_in_threadpool(_decide, request, session, does, version, note[:1000])


def _decide(request: Request, session: Session, does: str, version: int, note: str) -> Response:
    with desk_of(request).database.transaction():  # nothing is saved between the look and the act
        draft = draft_of(request)
        if version != draft.version:
            return JSONResponse(
                {"error": "Bài vừa có bản mới hơn: tải lại trang, đọc lại rồi bấm lần nữa."}, 409
            )
        if draft.state == "publishing":
            return JSONResponse({"error": "Bài đang được đưa lên trang: chờ xong đã."}, 409)
        return _do(request, session, draft, does, note)


def _do(request: Request, session: Session, draft: Draft, does: str, note: str) -> Response:
    desk, name = desk_of(request), session.user.name
    title = draft.form.fields.get("Title", "")
    if does == "submit":
        desk.drafts.mark(draft.id, "submitted", note)
    elif does == "return":
        desk.drafts.mark(draft.id, "writing", note or "Thư ký tòa soạn trả lại bài.")
    elif does == "discard":
        desk.drafts.discard(draft.id)
    elif does == "publish":
        publisher_of(request).publish(draft, session.user.id)
    elif does in ("correct", "withdraw"):
        if not note.strip():
            return JSONResponse({"error": "Cần ghi rõ lý do hay nội dung."}, 400)
        publisher_of(request).publish(draft, session.user.id, _ACTIONS[does], note)
    else:
        return JSONResponse({"error": "Không có việc này."}, 400)
    desk.journal.note(name, _SAID[does], draft.path or title, note)
    return JSONResponse(_progress(request, desk, desk.drafts.draft(draft.id)))


_ACTIONS: dict[str, Action] = {"correct": "correct", "withdraw": "withdraw"}
_SAID = {
    "correct": "cho đăng đính chính",
    "withdraw": "cho gỡ bài",
    "discard": "bỏ bản đang viết",
    "submit": "gửi duyệt",
    "return": "trả lại",
    "publish": "cho đăng",
}


def _where(request: Request, session: Session) -> Response:
    return JSONResponse(_progress(request, desk_of(request), draft_of(request)))


def _progress(request: Request, desk: Desk, draft: Draft) -> dict[str, Any]:
    publisher = publisher_of(request)
    last = publisher.queue.last_of(draft.id)
    told: dict[str, Any] = {"state": draft.state, "note": draft.note, "version": draft.version}
    if last is not None:
        told["publication"] = {
            "state": last.state,
            "message": last.message,
            "url": f"/{last.url}" if last.url else "",
            "at": last.at,
            "building": publisher.is_building,
        }
    return told


act = signed_in(_act)
where = signed_in(_where)
