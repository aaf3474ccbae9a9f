"""The whole way of an article: written into the content folder, built, committed, or taken back.

One thread does it, one article at a time. What the site cannot be built with is taken back before
anybody else's article is built, so nobody's mistake keeps others from publishing.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from pathlib import Path

from plugins.core.dates.date import format_timed
from plugins.desk.web.articles import moment_of
from plugins.desk.web.desk import Desk
from plugins.desk.web.preview import messages
from plugins.desk.web.publish.building import Builder
from plugins.desk.web.publish.files import ChangedError, digest_of, put, take_back
from plugins.desk.web.publish.making import Made, RefusedError, holds_more, make
from plugins.desk.web.publish.queue import Action, Publication, Queue
from plugins.desk.web.publish.remote import Remote
from plugins.desk.web.publish.repository import DESK, Repository
from plugins.desk.web.source.text import SourceText
from plugins.desk.web.store.drafts import Draft, Form

_ROUND = 30.0  # seconds between looks at the clock and at the content folder
_LOOK = 300.0  # and at the remote
_LOG = logging.getLogger(__name__)
_FAULT = (
    "Máy gặp lỗi của chính nó nên chưa đăng bài này; chữ vẫn còn. Báo người phụ trách máy xem lỗi "
    "trong cửa sổ (hay nhật ký) của máy chủ."
)
_JOINED = "Bài lên trang có cả chỗ người khác sửa trong tệp: mở lại từ danh sách để thấy."
_HELD = (
    "Chữ đã ghi vào bài, nhưng bài đang bị gỡ (hay để nháp) ở nơi khác nên chưa lên trang. Mở lại "
    "từ danh sách rồi bấm đăng thì bài trở lại."
)
_MADE_ANEW = "Tệp của bài đã bị xóa ở nơi khác; máy đã tạo lại."
_KEPT = "Bài đã gỡ khỏi trang; đây là sửa đổi chưa đăng. Đăng thì bài trở lại trang."


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
        thread that :meth:`begin` starts, or for who has started none.

        Raises ``OSError`` and ``sqlite3.Error`` for what a machine does to it: it is begun anew.
        """
        one = self.queue.next()
        if one is None:
            return False
        try:
            self._publish(one)
        except (OSError, sqlite3.Error):
            raise
        except Exception:  # noqa: BLE001 - logged, and told
            # Tried again it would fail again, and keep all others waiting.
            _LOG.exception("LỖI: không đăng được bài %s", one.draft)
            self._take_back()
            self._refuse(one, _FAULT)
        return True

    # In the thread

    def _run(self) -> None:
        while not self._ended:
            try:
                self._work_on()
            except Exception as error:  # noqa: BLE001 - logged, and told
                # A full disk, a database or a repository that another program holds: it may pass.
                _LOG.exception("LỖI: tòa soạn không đăng tiếp được, sẽ thử lại")
                self.fault = f"Máy chủ trục trặc ({error}): bài chờ đăng vẫn còn, máy đang thử lại."
                self._wake.clear()
                if not self._ended:
                    self._wake.wait(_ROUND)

    def _work_on(self) -> None:
        """Go on with what an earlier process, or one that failed, has left, until the end."""
        self._take_back()
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

    def _take_back(self) -> None:
        """Bring the content folder to what it was before what is unfinished; that waits again."""
        while left := self.queue.unfinished():
            take_back(self._content, left.path, left.before, left.message, left.photos)
            self.queue.end(left.id, "queued")

    def _build(self) -> None:
        """Bring the site up to date: an article's time may have come, a file may be new."""
        built = self._builder.build()
        if not self._ended:
            self.fault = "" if built.went_well else built.said

    def _publish(self, one: Publication) -> None:
        draft = self._desk.drafts.draft(one.draft)
        try:
            made = make(self._desk, one, draft)
            beside = (self._content / made.path).parent
            new = [name for name in made.photos if not (beside / name).exists()]
            self.queue.begin(one.id, made.path, made.before, digest_of(made.data), new)
            put(self._content, made.path, made.data, made.photos, made.before)
            built = self._builder.build()
        except RefusedError as error:
            self._refuse(one, str(error))
            return
        except ChangedError:
            self._take_back()  # and it is made anew, of what is there now
            return
        except OSError as error:
            self._take_back()
            self._refuse(one, f"Máy chủ không ghi được ({error.strerror or error}).")
            return
        if self._ended:
            return  # the next process begins anew
        if not built.went_well:
            self._take_back()
            self._build()
            self._refuse(one, f"Trang không dựng được với bài này, nên chưa đăng:\n{built.said}")
            return
        self.fault = ""
        self._settle(one, draft, made)

    def _settle(self, one: Publication, draft: Draft, made: Made) -> None:
        desk = self._desk
        user = next((each for each in desk.users.all() if each.id == one.user), None)
        author = f"{user.full_name} <{user.email}>" if user else DESK
        is_new = made.before is None and not draft.path
        source = SourceText(made.data)
        did = {"correct": "Đính chính", "withdraw": "Gỡ"}.get(
            one.action, "Đăng" if is_new else "Sửa"
        )
        message = f"{did}: {source.fields.get('Title', made.path)}"
        noted = f"{message}\n\n{one.note}" if one.note else message
        beside = Path(made.path).parent
        said = ""
        try:
            # Photos that are there: an earlier publication may have been kept from it.
            files = [made.path, *((beside / name).as_posix() for name in made.photos)]
            self.repository.commit(files, noted, author)
            self._unsent = True
        except OSError as error:
            why = error.strerror or error
            said = f"Chưa ghi được vào lịch sử git ({why}): báo người phụ trách máy."
        shown = desk.previews.show(("", 0), messages.Draft(made.path, made.data))
        is_gone = one.action == "withdraw"
        is_held = not is_gone and source.fields.get("Status") in ("withdrawn", "draft")
        page = desk.project.output / shown.url / "index.html"
        is_out = not (is_gone or is_held) and page.is_file()
        if is_held:
            said = f"{_HELD} {said}".strip()
        elif not (is_gone or is_out):
            when = format_timed(moment_of(Form(source.fields)))
            said = f"Hẹn giờ: lên trang lúc {when}. {said}".strip()
        if draft.path and made.before is None:
            said = f"{said} {_MADE_ANEW}".strip()
        if not is_gone and made.base != made.data:
            said = f"{said} {_JOINED}".strip()
        with desk.database.transaction():
            if is_gone:
                said = f"Đã gỡ khỏi trang. {self._withdraw(one, made)}{said}".strip()
            else:
                is_whole = desk.drafts.draft(draft.id).version == one.version
                desk.drafts.place(draft.id, made.path, made.base)
                desk.drafts.mark(draft.id, "done" if is_whole else "writing")
            self.queue.end(one.id, "live", said, shown.url if is_out else "")
            desk.journal.note(user.name if user else "?", message, made.path, one.note)
        self._send()

    def _withdraw(self, one: Publication, made: Made) -> str:
        """Let go of the draft of a withdrawn article, unless something in it was not published:
        that goes on from the article as it is now. Return what is to be said of it."""
        drafts = self._desk.drafts
        draft = drafts.draft(one.draft)
        if not holds_more(draft) and not drafts.asides(draft.id):
            drafts.discard(draft.id)  # whoever opens it again has what the file says
            return ""
        # A version of its own: no window that does not know of it saves or publishes over it.
        fields = SourceText(made.base).fields
        added = {key: fields[key] for key in ("Status", "Withdrawn")}
        form = Form(draft.form.fields | added, draft.form.blocks)
        drafts.save(draft.id, one.user, "", draft.version, form)
        drafts.place(draft.id, made.path, made.base)
        drafts.mark(draft.id, "writing", _KEPT)
        return "Sửa đổi chưa đăng vẫn ở mục Đang viết: tải lại màn hình rồi hãy viết tiếp. "

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
            fault = f"Máy chủ không ghi được bài từ kho chung ({error.strerror or error})."
        if fault:
            self.sending_fault = fault
            return
        self._build()
        self._send()
