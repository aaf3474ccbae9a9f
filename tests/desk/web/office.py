"""A newsroom for tests: a content folder, a built site, a desk, and browsers of it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dulwich.repo import Repo
from starlette.testclient import TestClient

from plugins.desk.web.desk import Desk, open_desk
from plugins.desk.web.http.app import make_app
from plugins.desk.web.publish.publisher import Publisher
from tests.site_files import SiteFiles, caches, write_settings

PASSWORDS = {"lan": "một câu thật dễ nhớ", "tuan": "câu khác cũng dễ nhớ"}
ORIGIN = "http://127.0.0.1"
WAITING = "Phiên chợ cuối năm đông hơn mọi năm, người các bản xuống chợ từ tờ mờ sáng."


@dataclass
class Office:
    """A newsroom below a folder. ``settings`` is its settings file."""

    site: SiteFiles
    settings: str
    desk: Desk

    def browser(self, name: str = "") -> Visitor:
        """Return a browser, in which somebody has signed in unless the name is empty."""
        visitor = Visitor(self.desk)
        if name:
            visitor.sign_in(name)
        return visitor

    @property
    def publisher(self) -> Publisher:
        """Return who publishes; the tests have it work themselves."""
        return Publisher(self.desk)


class Visitor:
    """A browser at the desk, as far as requests go."""

    def __init__(self, desk: Desk) -> None:
        self.app = make_app(desk)
        self.client = TestClient(self.app, base_url=ORIGIN, headers={"Origin": ORIGIN})
        self.csrf = ""

    def sign_in(self, name: str) -> None:
        """Sign in with the right password."""
        form = {"name": name, "password": PASSWORDS[name]}
        answer = self.client.post(
            "/toa-soan/dang-nhap", data=form, headers={"Accept": "application/json"}
        )
        self.csrf = answer.json()["csrf"]

    def new(self) -> str:
        """Begin an article; return its number."""
        answer = self.client.post("/toa-soan/bai", data={"csrf": self.csrf}, follow_redirects=False)
        return answer.headers["location"].rpartition("/")[2]

    def open(self, path: str) -> str:
        """Begin to change an article of the content folder; return its number."""
        form = {"csrf": self.csrf, "path": path}
        answer = self.client.post("/toa-soan/mo", data=form, follow_redirects=False)
        return answer.headers["location"].rpartition("/")[2]

    def post(self, path: str, **told: Any) -> tuple[int, Any]:
        """Post JSON; return the status and what came back."""
        answer = self.client.post(f"/toa-soan/bai/{path}", json=told, headers={"X-CSRF": self.csrf})
        return answer.status_code, answer.json()

    def save(
        self, number: str, sent: dict[str, Any], version: int = 1, tab: str = "a"
    ) -> tuple[int, Any]:
        """Save a form that was made of a version, as the screen does while one types."""
        return self.post(f"{number}/luu", form=sent, version=version, tab=tab)

    def put(self, path: str, data: bytes) -> tuple[int, Any]:
        """Send a file; return the status and what came back."""
        answer = self.client.put(
            f"/toa-soan/bai/{path}", content=data, headers={"X-CSRF": self.csrf}
        )
        return answer.status_code, answer.json()

    def get(self, path: str) -> Any:
        """Return the JSON at an address of an article."""
        return self.client.get(f"/toa-soan/bai/{path}", headers={"X-CSRF": self.csrf}).json()


def make_office(folder: Path) -> Office:
    """Make a newsroom in an empty folder, and build its site."""
    site = SiteFiles(folder / "content", folder / "output")
    site.write("articles/2024/01/cho-phien/index.md", f"{WAITING}\n\ncho.jpg\nChợ. Ảnh: Ngọc Bằng")
    site.photo("articles/2024/01/cho-phien/cho.jpg", size=(600, 400))
    site.write("articles/2024/01/hoi-nghi/index.md", Title="Hội nghị tổng kết", Category="Thời sự")
    site.write("articles/2024/01/nhap.md", Title="Bài nháp", Status="draft")
    site.write("articles/2024/01/cho-gio.md", Title="Bài chờ giờ", Date="01/01/2099")
    Repo.init(str(site.content))
    changed = caches(folder / "cache") | {"DESK": {"data_dir": str(folder / "desk")}}
    more = f"PATH = {str(site.content)!r}\nOUTPUT_PATH = {str(site.output)!r}"
    settings = str(write_settings(folder / "own_settings.py", changed, more))
    command = [sys.executable, "-m", "plugins.engine", str(site.content)]
    subprocess.run(
        [*command, "-o", str(site.output), "-s", settings], check=True, capture_output=True
    )
    desk = open_desk(settings)
    desk.users.add("lan", "Nguyễn Thị Lan", "secretary", PASSWORDS["lan"])
    desk.users.add("tuan", "Trần Tuấn", "editor", PASSWORDS["tuan"], "tuan@example.vn")
    return Office(site, settings, desk)


def form(title: str = "Tiêu đề", text: str = WAITING, **fields: str) -> dict[str, Any]:
    """Return a form with one piece of text, as the screen sends it."""
    block = {"gap": 0, "text": text, "photos": [], "caption": "", "credit": "", "source": ""}
    return {"fields": {"Title": title, **fields}, "blocks": [block]}


def token_in(page: str) -> str:
    """Return the token that the forms of a page carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]
