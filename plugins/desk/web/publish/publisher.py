"""The whole way of an article: written into the content folder, built, committed, or taken back.

One thread does it, one article at a time. What the site cannot be built with is taken back before
anybody else's article is built, so nobody's mistake keeps others from publishing.
"""

from __future__ import annotations

import threading
import time
from datetime import datetime
from pathlib import Path

from plugins.core.dates.date import TIME_ZONE, format_timed
from plugins.desk.draft import written_date
from plugins.desk.web.articles import moment_of, path_for, photos_beside
from plugins.desk.web.desk import Desk
from plugins.desk.web.preview import messages
from plugins.desk.web.publish.building import Builder
from plugins.desk.web.publish.files import put, take_back
from plugins.desk.web.publish.queue import Action, Publication, Queue
from plugins.desk.web.publish.remote import Remote
from plugins.desk.web.publish.repository import DESK, Repository
from plugins.desk.web.source.forms import content_of, form_of
from plugins.desk.web.source.merging import merged
from plugins.desk.web.source.text import FieldRefusedError, SourceText
from plugins.desk.web.store.drafts import Draft, Form

_ROUND = 30.0  # seconds between looks at the clock and at the content folder
_LOOK = 300.0  # and at the remote


class RefusedError(Exception):
    """A draft that cannot be published as it is; says why in Vietnamese."""


class Publisher:
    """Publishes what is asked for, and keeps the site up to date with the clock and with what
    others write into the content folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._content = desk.project.content
        self.queue = Queue(desk.database)
        self.repository = Repository(self._content)
        self._builder = Builder(desk.project, desk.settings_file)
        self._wake = threading.Event()
        self._ended = False
        name = desk.settings.push
        self._remote = Remote(self.repository, name) if name else None
        self._unsent = self._remote is not None  # an earlier process may have left some
        self._fetched = False
        self._looked = -_LOOK
        self.fault = ""
        """What keeps the site from being built, in Vietnamese, empty if nothing does."""
        self.sending_fault = ""
        """Why commits have not reached the remote yet, empty if they have."""
        self._thread = threading.Thread(target=self._run, daemon=True, name="publisher")

    def begin(self) -> None:
        """Begin, with what an earlier process left."""
        self._thread.start()

    def end(self) -> None:
        """Stop; what is unfinished is finished by the next process."""
        self._ended = True
        self._wake.set()
        self._builder.end()
        if self._thread.is_alive():
            self._thread.join()
        self.repository.close()

    def publish(self, draft: Draft, user: int, action: Action = "publish", note: str = "") -> None:
        """Have a draft published as it is now: with a correction that ``note`` says, or, for the
        reason that it gives, withdrawn as the site has it."""
        with self._desk.database.transaction():
            self.queue.ask(draft.id, draft.version, user, action, note)
            self._desk.drafts.mark(draft.id, "publishing")
        self._wake.set()

    @property
    def is_building(self) -> bool:
        """Whether the site is being built at the moment."""
        return self._builder.is_running

    def work(self) -> bool:
        """Do the next publication from beginning to end; return whether there was one. For the
        thread that :meth:`begin` starts, or for who has started none."""
        one = self.queue.next()
        if one is not None:
            self._publish(one)
        return one is not None

    # In the thread

    def _run(self) -> None:
        while (left := self.queue.unfinished()) and not self._ended:
            take_back(self._content, left.path, left.before, left.photos)
            self.queue.end(left.id, "queued")
        self._build()
        while not self._ended:
            if self.work():
                continue
            self._join()
            if not self._wake.wait(_ROUND):
                self._build()
                self._send()
                self._look()
            self._wake.clear()

    def _build(self) -> None:
        """Bring the site up to date: an article's time may have come, a file may be new."""
        built = self._builder.build()
        if not self._ended:
            self.fault = "" if built.went_well else built.said

    def _publish(self, one: Publication) -> None:
        desk = self._desk
        draft = desk.drafts.draft(one.draft)
        form = desk.drafts.form_of(one.draft, one.version) or draft.form
        try:
            path, data, photos = self._written(one, draft, form)
        except RefusedError as error:
            self._refuse(one, str(error))
            return
        file = self._content / path
        before = file.read_bytes() if file.is_file() else None
        self.queue.begin(one.id, path, before)
        try:
            new = [name for name in photos if not (file.parent / name).exists()]
            self.queue.note_photos(one.id, new)
            put(self._content, path, data, photos)
            built = self._builder.build()
        except OSError as error:
            take_back(self._content, path, before, new)
            self._refuse(one, f"Máy chủ không ghi được ({error.strerror}).")
            return
        if self._ended:
            return  # the next process begins anew
        if not built.went_well:
            take_back(self._content, path, before, new)
            self._build()
            self._refuse(one, f"Trang không dựng được với bài này, nên chưa đăng:\n{built.said}")
            return
        self.fault = ""
        self._settle(one, draft, form, path, data, new)

    def _written(
        self, one: Publication, draft: Draft, form: Form
    ) -> tuple[str, bytes, dict[str, Path]]:
        """Return where an article is written, what, and the photos that come with it. Raises
        :class:`RefusedError`."""
        desk = self._desk
        if one.action == "withdraw":
            return draft.path, self._withdrawn(one, draft), {}
        if not form.fields.get("Title"):
            raise RefusedError("Bài chưa có tiêu đề.")
        base = SourceText(draft.base)
        dated = form.fields.get("Date") or base.fields.get("Date")
        dated = dated or written_date(datetime.now(TIME_ZONE))
        status = base.fields.get("Status", "")
        kept = "hidden" if status == "hidden" else ""
        fields = form.fields | {"Date": dated, "Status": kept, "Withdrawn": ""}
        form = Form(fields, form.blocks)
        path = path_for(desk, draft, form)
        try:
            data = self._joined(draft, form, path)
            if one.action == "correct":
                data = SourceText(data).with_line("Correction", _dated(one.note))
        except FieldRefusedError as error:
            raise RefusedError(f"Không ghi được mục “{error.key}” vào bài.") from error
        text = data.decode(errors="replace")
        photos = {n: file for n, file in photos_beside(desk, draft.id).items() if n in text}
        shown = desk.previews.show(("", 0), messages.Draft(path, data, photos))
        errors = [problem for problem in shown.problems if problem.level == "error"]
        if errors:
            said = "\n".join(f"{one.message}. {one.fix}" for one in errors[:6])
            raise RefusedError(f"Bài còn lỗi phải sửa:\n{said}")
        return path, data, photos

    def _withdrawn(self, one: Publication, draft: Draft) -> bytes:
        """Return what is in an article's file, with the lines that withdraw it. Raises
        :class:`RefusedError`."""
        file = self._content / draft.path
        if not draft.path or not file.is_file():
            raise RefusedError("Bài này chưa lên trang nên không phải gỡ.")
        source = SourceText(file.read_bytes())
        added = {"Status": "withdrawn", "Withdrawn": _dated(one.note)}
        try:
            return source.edited(source.fields | added, source.body)
        except FieldRefusedError as error:
            raise RefusedError("Không ghi được lý do gỡ vào bài: viết lại cho đơn giản.") from error

    def _joined(self, draft: Draft, form: Form, path: str) -> bytes:
        """Return what the article's file will hold: what others changed in it meanwhile, too."""
        file = self._content / path
        now = file.read_bytes() if draft.path and file.is_file() else None
        if now is None or now == draft.base:
            return content_of(draft.base if now is not None or not draft.path else b"", form)
        both = merged(draft.base, form, now)
        if both is None:
            # Shown beside each other, and what is written after that is made of both.
            shown = self._desk.previews.show(("", 0), messages.Draft(path, now))
            with self._desk.database.transaction():
                self._desk.drafts.set_aside(draft.id, form_of(SourceText(now), shown.figures))
                self._desk.drafts.place(draft.id, path, now)
            raise RefusedError(
                "Tệp của bài vừa được sửa ở nơi khác (git hay máy khác), đúng chỗ bạn sửa. Tải lại "
                "màn hình: hai bản đặt cạnh nhau ở đầu bài. Ghép xong thì đăng lại."
            )
        return both

    def _settle(
        self, one: Publication, draft: Draft, form: Form, path: str, data: bytes, new: list[str]
    ) -> None:
        desk = self._desk
        user = next((each for each in desk.users.all() if each.id == one.user), None)
        author = f"{user.full_name} <{user.email}>" if user else DESK
        is_new = one.before is None and not draft.path
        title = SourceText(data).fields.get("Title", path)
        is_withdrawn = one.action == "withdraw"
        did = {"correct": "Đính chính", "withdraw": "Gỡ"}.get(
            one.action, "Đăng" if is_new else "Sửa"
        )
        message = f"{did}: {title}"
        why = f"{message}\n\n{one.note}" if one.note else message
        beside = Path(path).parent.as_posix()
        said = ""
        try:
            self.repository.commit([path, *(f"{beside}/{name}" for name in new)], why, author)
            self._unsent = True
        except OSError as error:
            said = f"Bài đã lên trang, nhưng chưa ghi được vào lịch sử ({error})."
        shown = desk.previews.show(("", 0), messages.Draft(path, data))
        is_out = (desk.project.output / shown.url / "index.html").is_file()
        if is_withdrawn:
            said = f"Đã gỡ khỏi trang. {said}".strip()
        elif not is_out:
            said = f"Hẹn giờ: lên trang lúc {format_timed(moment_of(_read(data)))}. {said}".strip()
        with desk.database.transaction():
            is_whole = desk.drafts.draft(draft.id).version == one.version
            if is_withdrawn:
                desk.drafts.discard(draft.id)  # whoever opens it again has what the file says
            else:
                desk.drafts.place(draft.id, path, data)
                desk.drafts.mark(draft.id, "done" if is_whole else "writing")
            self.queue.end(one.id, "live", said, shown.url if is_out else "")
            desk.journal.note(user.name if user else "?", message, path, one.note)
        self._send()

    def _refuse(self, one: Publication, why: str) -> None:
        with self._desk.database.transaction():
            self._desk.drafts.mark(one.draft, "writing", why)
            self.queue.end(one.id, "failed", why)

    def _send(self) -> None:
        """Send commits to the remote, if there is one, beside what else is to be done."""
        if self._unsent:
            self._unsent = False
            self._exchange(sending=True)

    def _look(self) -> None:
        """Look now and then at what others sent to the remote, beside what else is to be done."""
        if time.monotonic() - self._looked > _LOOK:
            self._looked = time.monotonic()
            self._exchange(sending=False)

    def _exchange(self, *, sending: bool) -> None:
        """Send, or look at what is there: also before what cannot be sent without it. In a thread
        of its own, since networks hang."""
        remote = self._remote
        if remote is None:
            return

        def exchange() -> None:
            said = remote.send() if sending else ""
            if said or not sending:
                self._unsent = self._unsent or sending
                said = remote.fetch() or said
                self._fetched = True
            self.sending_fault = said
            self._wake.set()

        threading.Thread(target=exchange, daemon=True).start()

    def _join(self) -> None:
        """Bring what others sent into the content folder, and onto the site."""
        if self._remote is None or not self._fetched:
            return
        self._fetched = False
        try:
            fault = self._remote.join()
        except OSError as error:
            fault = f"Máy chủ không ghi được bài từ kho chung ({error.strerror})."
        if fault:
            self.sending_fault = fault
            return
        self._build()
        self._send()


def _dated(text: str) -> str:
    """Return what a correction, or the reason of a withdrawal, is in an article's head."""
    return f"{written_date(datetime.now(TIME_ZONE))}: {' '.join(text.split())}"


def _read(data: bytes) -> Form:
    return Form(SourceText(data).fields, [])
