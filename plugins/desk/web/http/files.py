"""The desk's own styles and scripts, and the site's tokens and letters."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from plugins.desk.web.http.answers import desk_of
from plugins.preview.http.site import content_type

_STATIC = Path(__file__).resolve().parents[1] / "static"
_OF_THEME = frozenset(
    (
        "css/tokens.css",
        "css/fonts.css",
        "fonts/be-vietnam-pro-400.woff2",
        "fonts/be-vietnam-pro-700.woff2",
        "favicon.svg",
    )
)


def files(request: Request) -> Response:
    """Answer with a file by its name; anybody may have it. A name is looked up, never joined to a
    path."""
    name = str(request.path_params["name"])
    theme = desk_of(request).project.theme / "static"
    own = _names()
    if name in own:
        data = own[name]
    elif name in _OF_THEME and (theme / name).is_file():
        data = (theme / name).read_bytes()
    else:
        return Response("Không có tệp này.", 404, media_type="text/plain")
    kept = "max-age=86400" if name.startswith("fonts/") else "no-cache"
    headers = {"Content-Type": content_type(name), "Cache-Control": kept}
    return Response(data, headers=headers)


@lru_cache(maxsize=1)
def _names() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in _STATIC.iterdir() if path.is_file()}
