from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.engine.store.warned import Warned
from plugins.preview.http.overlay import problems_event, with_script
from plugins.preview.http.site import HTML, Answer


def test_the_script_stands_last_in_the_body() -> None:
    page = Answer(HTTPStatus.OK, HTML, b"<p>&lt;/body></p></body></html>")
    shown = with_script(page).body.decode()
    assert shown.startswith("<p>&lt;/body></p><link")
    assert shown.endswith("</script>\n</body></html>")
    assert f'data-version="{page.version}"' in shown


def test_what_is_no_page_stays_as_it_is() -> None:
    feed = Answer(HTTPStatus.OK, "application/xml; charset=utf-8", b"<rss></body></rss>")
    assert with_script(feed) is feed


def test_a_problem_says_where_it_is_and_what_to_do() -> None:
    problem = Problem(
        checks.DATE_UNREADABLE, "bai.md", 3, "ngày sai\nhai dòng", "Sửa ngày.", column=5
    )
    event = problems_event([problem])
    assert "\n" not in event  # a line ends an event's data
    (shown,) = json.loads(event)["problems"]
    assert shown["place"] == "bai.md:3:5"
    assert shown["code"] == "NGAY01"
    assert shown["fix"] == "Cách sửa: Sửa ngày."


def warning(path: str, line: int | None) -> Problem:
    return Problem(checks.HTML_REMOVED, path, line, "lạ", "Sửa.")


WARNED = (
    Warned("2024/01/mot/index.html", "mot.md", (warning("mot.md", 5), warning("mot.md", None))),
    Warned("2024/01/hai/index.html", "hai.md", (warning("hai.md", 3),)),
    Warned("", "", (warning("ghi chú", None),)),
)


def test_a_page_is_told_its_own_warnings_with_the_lines_that_led_there(tmp_path: Path) -> None:
    (tmp_path / "mot.md").write_bytes("Title: Một\r\n\r\nMột.\r\n\r\nHai.\r\n".encode())
    told = json.loads(problems_event((), WARNED, "2024/01/mot/index.html", tmp_path))
    assert told["problems"] == []
    assert told["warnings"]["title"] == "2 cảnh báo ở trang này"
    first, second = told["warnings"]["problems"]
    assert first == {
        "place": "mot.md:5",
        "message": "lạ",
        "code": "HTML01",
        "fix": "Cách sửa: Sửa.",
        "lines": ["Hai.", "Một.", "Title: Một"],
    }
    assert second["lines"] == []


def test_other_pages_are_led_to_where_the_warnings_are() -> None:
    told = json.loads(problems_event((), WARNED, "index.html"))
    assert told["warnings"]["problems"] == []
    assert told["others"]["title"] == "4 cảnh báo ở chỗ khác"
    places = [(one["place"], one["url"]) for one in told["others"]["problems"]]
    assert places == [
        ("mot.md:5", "/2024/01/mot/"),
        ("mot.md", "/2024/01/mot/"),
        ("hai.md:3", "/2024/01/hai/"),
        ("ghi chú", ""),
    ]


def test_a_file_that_is_gone_or_shorter_by_now_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "hai.md").write_text("Một dòng.")
    for one in WARNED[:2]:
        (first, *_) = json.loads(problems_event((), WARNED, one.page, tmp_path))["warnings"][
            "problems"
        ]
        assert first["lines"] == []


def test_of_many_warnings_of_other_pages_only_the_first_are_listed() -> None:
    many = Warned("a/index.html", "a.md", tuple(warning("a.md", n) for n in range(1, 300)))
    others = json.loads(problems_event((), [many]))["others"]
    assert others["title"] == "299 cảnh báo ở chỗ khác"
    assert len(others["problems"]) == 100
