"""A Word file, or an archive of one with its photos, that an editor drops onto the screen: read in
bounds, its text and photos handed to the screen. Nothing is written into the content folder."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.slugs import slugify
from plugins.desk.errors import NotOpenedError
from plugins.desk.job import Job
from plugins.desk.placing import opened, unused, work
from plugins.desk.web.accounts.sessions import Session
from plugins.desk.web.articles import photos_beside
from plugins.desk.web.desk import Desk
from plugins.desk.web.http.answers import desk_of, draft_of, signed_in
from plugins.desk.web.http.bodies import file_of
from plugins.desk.web.http.photos import RefusedPhotoError, keep_photo
from plugins.desk.web.preview import messages
from plugins.desk.web.source.forms import form_of
from plugins.desk.web.source.text import SourceText
from plugins.desk.web.store.drafts import Draft

_LONGEST_NAME = 80


async def _put(request: Request, session: Session) -> Response:
    desk, named = desk_of(request), request.query_params.get("name", "")
    draft = await run_in_threadpool(draft_of, request)
    async with file_of(request, desk.incoming, desk.settings.word_megabytes) as file:
        return await run_in_threadpool(_imported, desk, session, draft, file, named)


def _imported(desk: Desk, session: Session, draft: Draft, file: Path, named: str) -> Response:
    with TemporaryDirectory(dir=desk.incoming) as parent:
        # Its name is a headline where the file has none.
        given = Path(named.replace("\\", "/"))
        stem = "".join(c for c in given.stem if c.isprintable() and c not in '/\\:*?"<>|')
        suffix = f".{slugify(given.suffix)}" if given.suffix else ""
        word = Path(parent, f"{stem[:_LONGEST_NAME].strip() or 'bai'}{suffix}")
        file.replace(word)
        folder = Path(parent, "content", "articles", "bai")
        folder.mkdir(parents=True)
        try:
            _, submissions, left = opened(word, Path(parent))
        except NotOpenedError as error:
            return _refused(error.problems)
        if len(submissions) > 1:
            return _refused([f"Tệp nén này có {len(submissions)} bài: giải nén rồi thả từng bài."])
        document, beside, own = submissions[0]
        photos, belonging = list(map(str, beside)), list(map(str, own))
        answer = work(Job(str(document), str(folder), desk.settings_file, photos, belonging))
        if not answer.done:
            return _refused(answer.problems)
        left += [photo.name for photo in beside if str(photo) not in answer.used]
        text = (folder / "index.md").read_text("utf-8")
        problems = [*answer.problems, *unused(word.name, left)]
        for photo in sorted(path for path in folder.iterdir() if path.suffix != ".md"):
            was = photo.name
            try:
                name = keep_photo(desk, draft, photo, was)
            except RefusedPhotoError as error:
                problems.append(str(Problem(checks.IMPORT_PICTURE, was, None, f"{error}", "")))
                continue
            text = text.replace(was, name)
    content = text.encode()
    path = f"articles/{answer.month}/{answer.slug}/index.md"
    asked = messages.Draft(path, content, photos_beside(desk, draft.id))
    shown = desk.previews.show(("", 0), asked)
    form = form_of(SourceText(content), shown.figures)
    form.fields.pop("Status", None)
    desk.journal.note(session.user.name, "nhập tệp Word", draft.id, word.name)
    told = {"fields": form.fields, "blocks": form.blocks}
    return JSONResponse({"form": told, "taken": answer.taken, "problems": problems})


def _refused(problems: list[str]) -> Response:
    return JSONResponse({"error": "\n".join(problems)}, 422)


put_word = signed_in(_put)
