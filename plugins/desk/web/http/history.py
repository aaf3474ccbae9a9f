"""Who changed an article when, what differs, and how it was."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.http.answers import desk_of, draft_of, page, publisher_of, signed_in
from plugins.desk.web.http.writing import form_json
from plugins.desk.web.preview import messages
from plugins.desk.web.source.forms import form_of
from plugins.desk.web.source.text import SourceText


@dataclass(frozen=True)
class Step:
    """A state that an article was in: ``kind`` and ``key`` name it in an address."""

    kind: str
    key: str
    who: str
    at: float
    what: str


def _history(request: Request, session: Session) -> Response:
    desk, draft = desk_of(request), draft_of(request)
    names = desk.users.full_names()
    steps = [
        Step("ban", str(version), names.get(user, "?"), at, "Bản trên bàn viết")
        for version, user, at in desk.drafts.versions(draft.id)
    ]
    steps += [
        Step("cat-rieng", str(aside.id), names.get(aside.user, "?"), aside.at, "Bản đặt riêng")
        for aside in desk.drafts.asides(draft.id, settled=True)
    ]
    if draft.path:
        steps += [
            Step("len-trang", change.id, change.author, change.at, change.message)
            for change in publisher_of(request).repository.history(draft.path)
        ]
    steps.sort(key=lambda step: -step.at)
    events = desk.journal.latest(50, draft.path) if draft.path else []
    return page(request, "history.html", session, draft=draft, steps=steps, events=events)


def _step(request: Request, session: Session) -> Response:
    """Answer with how an article was, as a form."""
    desk, draft = desk_of(request), draft_of(request)
    kind, key = request.path_params["kind"], request.path_params["key"]
    found = None
    if kind == "ban" and key.isdecimal():
        found = desk.drafts.form_of(draft.id, int(key))
    elif kind == "cat-rieng":
        asides = desk.drafts.asides(draft.id, settled=True)
        found = next((aside.form for aside in asides if str(aside.id) == key), None)
    elif kind == "len-trang" and draft.path:
        data = publisher_of(request).repository.content_at(key, draft.path)
        if data is not None:
            shown = desk.previews.show(("", 0), messages.Draft(draft.path, data))
            found = form_of(SourceText(data), shown.figures)
    if found is None:
        return JSONResponse({"error": "Không còn bản này."}, 404)
    return JSONResponse({"form": form_json(found)})


history = signed_in(_history)
step = signed_in(_step)
