"""Photos that an editor drops onto the screen."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from plugins.core.files import on_the_disk
from plugins.core.text.slugs import slugify
from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.articles import path_for, photos_beside
from plugins.desk.web.desk import Desk
from plugins.desk.web.http.answers import desk_of, draft_of, signed_in
from plugins.desk.web.http.bodies import RefusedFileError, file_of
from plugins.desk.web.preview.pictures import small_picture
from plugins.desk.web.store.drafts import Draft
from plugins.photos import PhotoLibrary
from plugins.photos.inspect.facts import inspect
from plugins.photos.inspect.formats import READ_FORMATS
from plugins.photos.model import PhotoProblem

_SIDE = 480  # pixels of a card's picture
_LONGEST_NAME = 60


class RefusedPhotoError(RefusedFileError):
    """A file that is no photo the site can show."""

    def __init__(self, said: str) -> None:
        super().__init__(said, 415)


async def _put(request: Request, session: Session) -> Response:
    desk, named = desk_of(request), request.query_params.get("name", "")
    draft = await run_in_threadpool(draft_of, request)
    async with file_of(request, desk.incoming, desk.settings.photo_megabytes) as file:
        return JSONResponse({"name": await run_in_threadpool(keep_photo, desk, draft, file, named)})


def keep_photo(desk: Desk, draft: Draft, file: Path, named: str) -> str:
    """Move a photo that came to those of a draft; return the name that it has there. The same
    photo twice is there once. Raises :class:`RefusedPhotoError`."""
    facts = inspect(file)
    if isinstance(facts, PhotoProblem):
        raise RefusedPhotoError(f"{named[:80]}: {facts.message}. {facts.fix}")
    with Image.open(file) as image:
        suffix = READ_FORMATS.get(image.format or "")  # what its name says may be wrong
    if suffix is None or small_picture(file, desk.project.photos.max_pixels, _SIDE) is None:
        raise RefusedPhotoError(f"{named[:80]}: tệp này không phải ảnh đăng được.")
    stem = slugify(Path(named.replace("\\", "/")).stem)[:_LONGEST_NAME].strip("-") or "anh"
    folder = desk.photos_of(draft.id)
    folder.mkdir(parents=True, exist_ok=True)
    beside = (desk.project.content / path_for(desk, draft, draft.form)).parent
    taken = {path.name.casefold(): path for path in _files(beside)}
    taken |= {path.name.casefold(): path for path in _files(folder)}
    for number in range(1, 1000):
        name = f"{stem}.{suffix}" if number == 1 else f"{stem}-{number}.{suffix}"
        there = taken.get(name)
        if there is None:
            file.chmod(0o644)
            on_the_disk(file)
            try:
                (folder / name).touch(exist_ok=False)  # the name is this photo's from now on
            except FileExistsError:
                continue  # another one's of the same moment
            file.replace(folder / name)
            return name
        if hashlib.sha256(there.read_bytes()).hexdigest() == facts.digest:
            return there.name
    raise RefusedPhotoError(f"{named[:80]}: có quá nhiều ảnh cùng tên.")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []


def _get(request: Request, session: Session) -> Response:
    desk, draft = desk_of(request), draft_of(request)
    content = desk.project.content
    beside = (content / path_for(desk, draft, draft.form)).parent
    guests = {beside: photos_beside(desk, draft.id)}
    finder = PhotoLibrary(content, desk.project.photos, guests=guests).finder
    found = finder.find_photo(request.path_params["name"], beside)
    picture = None
    if isinstance(found, Path):
        picture = small_picture(found, desk.project.photos.max_pixels, _SIDE)
    if picture is None:
        return Response("", 404)
    headers = {"Cache-Control": "private, max-age=600"}
    return Response(picture, headers=headers, media_type="image/jpeg")


put_photo = signed_in(_put)
get_photo = signed_in(_get)
