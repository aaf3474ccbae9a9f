"""Whether a folder may become the site: whoever names the wrong one must not lose what is in it."""

from __future__ import annotations

import os
import sqlite3
from itertools import islice
from pathlib import Path

from plugins.engine.errors import BuildFailed, StateError
from plugins.engine.project.project import Project
from plugins.engine.publish.output import PREFIX, RECORD, walk
from plugins.engine.store.database import State

ADOPT = "ADOPT"
"""The environment's word (``make publish ADOPT=1``), as an option ``--adopt``, that what is in the
output folder may go."""
_SHOWN = 3


def guard_output(project: Project) -> None:
    """Raise :class:`BuildFailed` for an output folder in which others' files are and no build has
    been, or which is the content folder or lies in it."""
    output = project.output
    if output.is_relative_to(project.content):
        raise BuildFailed(
            f"Thư mục đăng trang ({output}) nằm trong thư mục nội dung. Chọn thư mục khác, ví dụ "
            "“-o output”; chưa có gì bị thay đổi."
        )
    if os.environ.get(ADOPT) or (output / RECORD).exists():
        return
    ours = _published(project.state)
    # A first build that was killed leaves its staging folder, and no record yet.
    found = (path for path in walk(output, project.keep) if not path.startswith(PREFIX))
    foreign = (path for path in found if path not in ours)
    if some := list(islice(foreign, _SHOWN + 1)):
        names = ", ".join(some[:_SHOWN]) + ("…" if len(some) > _SHOWN else "")
        raise BuildFailed(
            f"Thư mục đăng trang ({output}) có tệp không phải do bản tin làm ra: {names}. Dựng vào "
            "đó sẽ ghi đè hoặc xóa chúng, nên chưa có gì bị thay đổi. Chọn thư mục khác (-o), hoặc "
            "dọn thư mục ấy; nếu đúng là nơi đăng bản tin thì chạy lại với --adopt (make publish "
            "ADOPT=1)."
        )


def _published(state: Path) -> set[str]:
    """Return what the state knows to be ours: who copies a site may leave the record out."""
    if not state.exists():
        return set()
    try:
        opened = State(state)
    except (StateError, sqlite3.DatabaseError, OSError):
        return set()
    try:
        return opened.published()
    finally:
        opened.close()
