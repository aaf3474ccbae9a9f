"""What a publication makes of an article's file: of what was written at the desk, and of what
others changed in the file meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.core.dates.date import TIME_ZONE
from plugins.core.errors import EncodingError
from plugins.desk.draft import written_date
from plugins.desk.web.articles import path_for, photos_beside
from plugins.desk.web.desk import Desk
from plugins.desk.web.preview import messages
from plugins.desk.web.publish.files import content_of_file
from plugins.desk.web.publish.queue import Publication
from plugins.desk.web.source.forms import content_of, form_of
from plugins.desk.web.source.merging import merged
from plugins.desk.web.source.text import FieldRefusedError, SourceText
from plugins.desk.web.store.drafts import NOBODY, Draft, Form

_ELSEWHERE = (
    "Tệp của bài vừa được sửa ở nơi khác (git hay máy khác), đúng chỗ bạn sửa. Tải lại màn hình: "
    "hai bản đặt cạnh nhau ở đầu bài. Bấm “Ghép vào bài để tự sửa” hay “Không cần nữa” ở đó, rồi "
    "đăng lại."
)


class RefusedError(Exception):
    """A draft that cannot be published as it is; says why in Vietnamese."""


@dataclass(frozen=True)
class Made:
    """What is to be written: ``data`` into the file at ``path``, which has ``before`` in it
    (``None``: it is not there), and ``photos`` beside it.

    ``base`` is ``data`` without what others changed in the file: that is not in the draft, and the
    next publication must find that it is not.
    """

    path: str
    before: bytes | None
    data: bytes
    base: bytes
    photos: dict[str, Path]


def make(desk: Desk, one: Publication, draft: Draft) -> Made:
    """Return what a publication writes. Raises :class:`RefusedError` and ``OSError``."""
    try:
        return _withdrawn(desk, one, draft) if one.action == "withdraw" else _made(desk, one, draft)
    except EncodingError as error:
        raise RefusedError(
            "Tệp của bài vừa được sửa ở nơi khác và không còn là chữ Unicode (UTF-8). Nhờ người ấy "
            "lưu lại bằng UTF-8, rồi đăng lại."
        ) from error


def holds_more(draft: Draft) -> bool:
    """Whether a draft says anything that the file which it was made of does not."""
    base = SourceText(draft.base).fields
    same = {key: base.get(key, "") for key in ("Status", "Withdrawn")}  # no editor writes these
    dated = draft.form.fields.get("Date") or base.get("Date", "")
    try:
        return content_of(draft.base, draft.form, Date=dated, **same) != draft.base
    except FieldRefusedError:
        return True


def _made(desk: Desk, one: Publication, draft: Draft) -> Made:
    form = desk.drafts.form_of(draft.id, one.version)
    if form is None:
        raise RefusedError("Bản được cho đăng không còn. Mở bài, đọc lại rồi bấm đăng lần nữa.")
    if not form.fields.get("Title"):
        raise RefusedError("Bài chưa có tiêu đề.")
    if any(aside.user == NOBODY for aside in desk.drafts.asides(draft.id)):
        raise RefusedError(_ELSEWHERE)
    base = SourceText(draft.base)
    dated = form.fields.get("Date") or base.fields.get("Date")
    dated = dated or written_date(datetime.now(TIME_ZONE))
    status = base.fields.get("Status", "")
    kept = "hidden" if status == "hidden" else ""
    form = Form(form.fields | {"Date": dated, "Status": kept, "Withdrawn": ""}, form.blocks)
    path = path_for(desk, draft, form)
    now = content_of_file(desk.project.content / path) if draft.path else None
    try:
        own = content_of(draft.base, form)
        data = own if now in (None, draft.base) else _joined(desk, draft, form, path, now)
        is_merged = data != own
        if one.action == "correct":
            data = SourceText(data).with_line("Correction", _dated(one.note))
    except FieldRefusedError as error:
        raise RefusedError(f"Không ghi được mục “{error.key}” vào bài.") from error
    text = data.decode(errors="replace")
    photos = {
        name: file
        for name, file in photos_beside(desk, draft.id).items()
        if re.search(rf"(?<![\w.-]){re.escape(name)}(?!\w)", text)
    }
    shown = desk.previews.show(("", 0), messages.Draft(path, data, photos))
    errors = [problem for problem in shown.problems if problem.level == "error"]
    if errors:
        said = "\n".join(f"{error.message}. {error.fix}" for error in errors[:6])
        raise RefusedError(f"Bài còn lỗi phải sửa:\n{said}")
    return Made(path, now, data, own if is_merged else data, photos)


def _joined(desk: Desk, draft: Draft, form: Form, path: str, now: bytes) -> bytes:
    """Return what a form makes of a file that others have changed: with that."""
    both = merged(draft.base, form, now)
    if both is None:
        # Shown beside each other. What somebody decides then is made of both, and nothing is
        # published until somebody has.
        shown = desk.previews.show(("", 0), messages.Draft(path, now))
        with desk.database.transaction():
            desk.drafts.set_aside(draft.id, form_of(SourceText(now), shown.figures))
            desk.drafts.place(draft.id, path, now)
        raise RefusedError(_ELSEWHERE)
    return both


def _withdrawn(desk: Desk, one: Publication, draft: Draft) -> Made:
    """Return what is in an article's file, with the lines that withdraw it."""
    now = content_of_file(desk.project.content / draft.path) if draft.path else None
    if now is None:
        raise RefusedError("Bài này chưa lên trang nên không phải gỡ.")
    added = {"Status": "withdrawn", "Withdrawn": _dated(one.note)}
    try:
        data, base = (
            source.edited(source.fields | added, source.body)
            for source in (SourceText(now), SourceText(draft.base))
        )
    except FieldRefusedError as error:
        raise RefusedError("Không ghi được lý do gỡ vào bài: viết lại cho đơn giản.") from error
    return Made(draft.path, now, data, base, {})


def _dated(text: str) -> str:
    """Return what a correction, or the reason of a withdrawal, is in an article's head."""
    return f"{written_date(datetime.now(TIME_ZONE))}: {' '.join(text.split())}"
