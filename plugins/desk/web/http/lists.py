"""The list of articles, and what was done on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from plugins.core.dates.date import TIME_ZONE
from plugins.core.text.slugs import slugify
from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.http.answers import desk_of, page, publisher_of, signed_in
from plugins.desk.web.newsroom import Listed
from plugins.desk.web.store.drafts import Draft, State
from plugins.engine.store.rows import Publication

_A_PAGE = 40


@dataclass(frozen=True)
class _Tab:
    """A list: what it is called, which articles of the site and which drafts are on it."""

    name: str
    title: str
    states: tuple[Publication, ...]
    drafts: tuple[State, ...] = ()


TABS = (
    _Tab("dang-viet", "Đang viết", ("draft",), ("writing",)),
    _Tab("cho-duyet", "Chờ duyệt", (), ("submitted", "publishing")),
    _Tab("hen-gio", "Hẹn giờ", ("scheduled",)),
    _Tab("da-dang", "Đã đăng", ("published", "hidden")),
    _Tab("da-go", "Đã gỡ", ("withdrawn",)),
)


@dataclass(frozen=True)
class Line:
    """A line of the list: ``number`` is that of a draft, ``url`` an address of the site."""

    title: str
    about: str
    number: str = ""
    path: str = ""
    url: str = ""
    note: str = ""


def _lists(request: Request, session: Session) -> Response:
    desk, publisher = desk_of(request), publisher_of(request)
    query = request.query_params.get("tim", "")[:200]
    chosen = request.query_params.get("muc", TABS[0].name)
    tab = next((one for one in TABS if one.name == chosen), TABS[0])
    number = request.query_params.get("trang", "1")
    at = max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1
    names = desk.users.full_names()
    counts, lines, found = {}, [], desk.newsroom.find(query)
    for one in TABS:
        drafts = [draft for draft in desk.drafts.all(*one.drafts) if _has(draft, query)]
        taken = {draft.path for draft in drafts}
        articles = [a for a in found if a.state in one.states and a.path not in taken]
        counts[one.name] = len(drafts) + len(articles)
        if one == tab:
            lines = [_of_draft(draft, names) for draft in drafts] + [_of(a) for a in articles]
    shown = lines[(at - 1) * _A_PAGE : at * _A_PAGE]
    return page(
        request,
        "lists.html",
        session,
        tabs=TABS,
        tab=tab,
        counts=counts,
        lines=shown,
        query=query,
        at=at,
        last=max(1, -(-len(lines) // _A_PAGE)),
        is_unknown=publisher.is_building and not desk.newsroom.contents().articles,
        faults=[one for one in (publisher.fault, publisher.sending_fault) if one],
    )


def _has(draft: Draft, query: str) -> bool:
    words = slugify(query).split("-") if slugify(query) else []
    fields = draft.form.fields
    folded = slugify(" ".join((*fields.values(), draft.path)))
    return all(word in folded for word in words)


def _of_draft(draft: Draft, names: dict[int, str]) -> Line:
    when = f"{datetime.fromtimestamp(draft.changed, TIME_ZONE):%H:%M %d/%m/%Y}"
    who = names.get(draft.writer, "?")
    title = draft.form.fields.get("Title") or "(chưa có tiêu đề)"
    what = "sửa bài đã đăng, " if draft.path else ""
    return Line(title, f"{what}{who} sửa lúc {when}", draft.id, draft.path, "", draft.note)


def _of(article: Listed) -> Line:
    when = datetime.fromtimestamp(article.moment / 1_000_000, TIME_ZONE)
    dated = f"{when:%H:%M %d/%m/%Y}, " if article.moment else ""
    about = f"{dated}{article.category}" + (f", {article.authors}" if article.authors else "")
    url = article.url if article.state in ("published", "hidden") else ""
    return Line(article.title, about, "", article.path, url)


def _journal(request: Request, session: Session) -> Response:
    return page(request, "journal.html", session, events=desk_of(request).journal.latest())


lists = signed_in(_lists)
journal = signed_in(_journal)
