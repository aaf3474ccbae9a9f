"""The site as the desk shows it: the page of a draft, and all that pages load."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.articles import show
from plugins.desk.web.http.answers import desk_of, signed_in
from plugins.desk.web.http.security import FRAME_POLICY
from plugins.desk.web.preview.pictures import small_picture
from plugins.desk.web.store.drafts import UnknownDraftError
from plugins.preview.http.site import HTML, answer, file_at, read_from


def _frame(request: Request, session: Session) -> Response:
    desk = desk_of(request)
    target = f"/{request.path_params['target']}"
    number = request.query_params.get("bai")
    if number is not None:
        return _draft(request, number)
    name = file_at(target)
    if name is not None and name.startswith("anh/") and (photo := desk.previews.picture(name)):
        picture = small_picture(photo, desk.project.photos.max_pixels)
        if picture is not None:
            return _said(Response(picture, media_type="image/jpeg"))
    found = answer(target, read_from(desk.project.output))
    headers = {"Content-Type": found.type}
    if found.location:
        return _said(Response("", 404, headers))
    return _said(Response(found.body, found.status, headers))


def site(request: Request) -> Response:
    """Answer with the site itself, as it was built: on an editor's own machine there is no other
    server. Behind one, nothing but the desk is asked for here."""
    target = f"/{request.path_params['target']}"
    found = answer(target, read_from(desk_of(request).project.output))
    headers = {"Content-Type": found.type, "Content-Security-Policy": "frame-ancestors 'self'"}
    if found.location:
        headers["Location"] = found.location
    return Response(found.body, found.status, headers)


def _draft(request: Request, number: str) -> Response:
    desk = desk_of(request)
    version = request.query_params.get("ban", "")
    try:
        draft = desk.drafts.draft(number)
    except UnknownDraftError:
        return _said(Response("Không có bài này.", 404, media_type="text/plain"))
    shown = desk.previews.page(number, int(version)) if version.isdecimal() else None
    if shown is None or shown.html is None:
        shown, _ = show(desk, draft, draft.form, draft.version)
    if shown.html is None:
        return _said(Response("Chưa xem trước được.", 404, media_type="text/plain"))
    return _said(Response(shown.html, headers={"Content-Type": HTML}))


def _said(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = FRAME_POLICY
    if response.headers["content-type"].startswith(("image/", "font/")):
        response.headers["Cache-Control"] = "private, max-age=600"
    return response


frame = signed_in(_frame)
