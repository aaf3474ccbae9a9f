from __future__ import annotations

import json
from http import HTTPStatus

from plugins.build.preview.inject import problems_event, with_script
from plugins.build.preview.site import HTML, Answer
from plugins.problems import Problem


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
    problem = Problem("bai.md", 3, "ngày sai\nhai dòng", "Sửa ngày.", column=5)
    event = problems_event([problem])
    assert "\n" not in event  # a line ends an event's data
    (shown,) = json.loads(event)["problems"]
    assert shown["place"] == "bai.md:3:5"
    assert shown["fix"] == "Cách sửa: Sửa ngày."
