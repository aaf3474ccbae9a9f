"""Articles between the content folder and the desk: opened, shown, and where a new one belongs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from plugins.articles.mending import mend
from plugins.core.dates.date import TIME_ZONE, parse_date
from plugins.core.errors import DateError, EncodingError
from plugins.core.listing import is_ignored
from plugins.core.problems import Problem
from plugins.desk.draft import folder_of, is_taken, slug_of
from plugins.desk.web.accounts.users import User
from plugins.desk.web.desk import Desk
from plugins.desk.web.preview import messages
from plugins.desk.web.preview.messages import Shown
from plugins.desk.web.source.forms import content_of, form_of, place_in
from plugins.desk.web.source.text import FieldRefusedError, SourceText
from plugins.desk.web.store.drafts import Draft, Form
from plugins.photos import PhotoLibrary

_NAMELESS = "bai-moi"


class NotAnArticleError(Exception):
    """There is no such article in the content folder, or it cannot be opened; says why."""


def article_file(desk: Desk, path: str) -> Path:
    """Return the file of an article, by its path relative to the content folder. Raises
    :class:`NotAnArticleError` for whatever is none, or lies elsewhere."""
    parts = PurePosixPath(path).parts
    file = desk.project.content.joinpath(*parts) if parts else desk.project.content
    is_inside = (
        not PurePosixPath(path).is_absolute()
        and not any(part == ".." or is_ignored(part) or "\\" in part for part in parts)
        and file.suffix.lower() == ".md"
        and file.resolve().is_relative_to(desk.project.content.resolve())
    )
    if not is_inside or not file.is_file():
        raise NotAnArticleError("Không có bài này trong thư mục nội dung.")
    return file


def open_article(desk: Desk, user: User, path: str) -> Draft:
    """Return the draft in which an article is being changed; begin one if nobody does.

    What an editor who uses git, or another program, changed meanwhile is the base of what follows.
    Raises :class:`NotAnArticleError`.
    """
    file = article_file(desk, path)
    base = file.read_bytes()
    found = desk.drafts.of_path(path)
    if found is not None and not (found.state == "done" and found.base != base):
        return found
    try:
        source = SourceText(base)
    except EncodingError:
        raise NotAnArticleError("Tệp này không phải chữ Unicode (UTF-8).") from None
    shown = desk.previews.show(("", 0), messages.Draft(path, base))
    form = form_of(source, shown.figures)
    if found is None:
        return desk.drafts.begin(user.id, form, path, base)
    with desk.database.transaction():
        now = desk.drafts.draft(found.id)
        if (now.version, now.state) == (found.version, "done"):  # else somebody writes on
            desk.drafts.save(found.id, user.id, "", found.version, form)
            desk.drafts.place(found.id, path, base)
            desk.drafts.mark(found.id, "done")
        return desk.drafts.draft(found.id)


def path_for(desk: Desk, draft: Draft, form: Form) -> str:
    """Return where the file of a draft stands, or would: a free folder named by its title, in that
    of its month."""
    if draft.path:
        return draft.path
    month = f"{moment_of(form):%Y/%m}"
    slug = slug_of(form.fields.get("Title", "")) or _NAMELESS
    content = desk.project.content
    names = (slug, *(f"{slug}-{number}" for number in range(2, 1000)))
    folder = next(one for name in names if not is_taken(one := folder_of(content, month, name)))
    return (folder / "index.md").relative_to(content).as_posix()


def moment_of(form: Form) -> datetime:
    """Return the date that a form gives its article; now if it gives none that can be read."""
    try:
        return parse_date(form.fields["Date"])
    except (KeyError, DateError):
        return datetime.now(TIME_ZONE)


def photos_beside(desk: Desk, number: str) -> dict[str, Path]:
    """Return the photos of a draft that the content folder does not have yet, by name."""
    folder = desk.photos_of(number)
    return {file.name: file for file in sorted(folder.iterdir())} if folder.is_dir() else {}


def show(desk: Desk, draft: Draft, form: Form, version: int) -> tuple[Shown, list[dict[str, Any]]]:
    """Return what the site's reader makes of a form, and its problems with their places on the
    screen. An article is shown as a draft, so that what is not written yet is no mistake."""
    path = path_for(desk, draft, form)
    try:
        content = content_of(draft.base, form, Status="draft")
    except FieldRefusedError as error:
        text = f"Không ghi được mục này vào bài: {form.fields.get(error.key, '')[:80]}"
        told = {"level": "error", "message": text, "fix": "Viết lại cho đơn giản.", "code": ""}
        return Shown(), [told | {"field": error.key}]
    photos = photos_beside(desk, draft.id)
    shown = desk.previews.show((draft.id, version), messages.Draft(path, content, photos))
    return shown, [_told(one) | place_in(form, content, one.line) for one in shown.problems]


def mended(desk: Desk, draft: Draft, code: str) -> Form:
    """Return the form of a draft after everything was mended of which a check says that it is wrong
    and what would be right; ``code`` is the check's.

    Raises :class:`~plugins.desk.web.source.text.FieldRefusedError`.
    """
    project, path = desk.project, path_for(desk, draft, draft.form)
    library = PhotoLibrary(project.content, project.photos)
    typed = content_of(draft.base, draft.form)
    content = mend(typed, project.content / path, library, project.proofreading, (code,)).content
    asked = messages.Draft(path, content, photos_beside(desk, draft.id))
    return form_of(SourceText(content), desk.previews.show(("", 0), asked).figures)


def _told(problem: Problem) -> dict[str, Any]:
    return {
        "level": problem.level,
        "message": problem.message,
        "fix": problem.fix,
        "code": problem.check.code,
        "mends": problem.mendable,
    }
