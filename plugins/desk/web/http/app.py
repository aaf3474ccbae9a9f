"""The desk as an ASGI application: which address answers what."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from plugins.desk.web.desk import Desk
from plugins.desk.web.http import writing
from plugins.desk.web.http.answers import ROOT, not_kept, nowhere
from plugins.desk.web.http.files import files
from plugins.desk.web.http.frames import frame, site
from plugins.desk.web.http.history import history, step
from plugins.desk.web.http.lists import journal, lists
from plugins.desk.web.http.photos import get_photo, put_photo
from plugins.desk.web.http.publishing import act, where
from plugins.desk.web.http.security import Guard
from plugins.desk.web.http.sign_in import sign_in, sign_out
from plugins.desk.web.http.word import put_word
from plugins.desk.web.preview.worker import FRAME
from plugins.desk.web.publish.publisher import Publisher

ARTICLE = f"{ROOT}/bai/{{number}}"


def make_app(desk: Desk) -> Guard:
    """Return the application of a desk."""

    publisher = Publisher(desk)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        desk.previews.warm()
        publisher.begin()
        yield
        publisher.end()
        desk.close()

    app = Starlette(
        routes=[
            Route(ROOT, _to_lists),
            Route(f"{ROOT}/", lists),
            Route(f"{ROOT}/dang-nhap", sign_in, methods=["GET", "POST"]),
            Route(f"{ROOT}/dang-xuat", sign_out, methods=["POST"]),
            Route(f"{ROOT}/nhat-ky", journal),
            Route(f"{ROOT}/bai", writing.new, methods=["POST"]),
            Route(f"{ROOT}/mo", writing.open_, methods=["POST"]),
            Route(ARTICLE, writing.screen),
            Route(f"{ARTICLE}/luu", writing.save, methods=["POST"]),
            Route(f"{ARTICLE}/o-day", writing.here, methods=["POST"]),
            Route(f"{ARTICLE}/xem", writing.look),
            Route(f"{ARTICLE}/sua", writing.mend, methods=["POST"]),
            Route(f"{ARTICLE}/ban-moi", writing.newest),
            Route(f"{ARTICLE}/lich-su", history),
            Route(f"{ARTICLE}/lich-su/{{kind}}/{{key}}", step),
            Route(f"{ARTICLE}/cat-rieng/{{aside:int}}", writing.settle, methods=["POST"]),
            Route(f"{ARTICLE}/viec", act, methods=["POST"]),
            Route(f"{ARTICLE}/tinh-trang", where),
            Route(f"{ARTICLE}/anh", put_photo, methods=["PUT"]),
            Route(f"{ARTICLE}/word", put_word, methods=["PUT"]),
            Route(f"{ARTICLE}/anh/{{name}}", get_photo),
            Route(f"{FRAME}/{{target:path}}", frame),
            Route(f"{ROOT}/tep/{{name:path}}", files),
            Route(f"{ROOT}/{{rest:path}}", nowhere),
            Route("/{target:path}", site),
        ],
        lifespan=lifespan,
        exception_handlers={sqlite3.OperationalError: not_kept},
    )
    app.state.desk = desk
    app.state.publisher = publisher
    own = urlsplit(desk.project.site.url).hostname
    return Guard(app, [*desk.settings.host_names, *([own] if own else [])])


def _to_lists(_: Request) -> Response:
    return RedirectResponse(f"{ROOT}/", 308)
