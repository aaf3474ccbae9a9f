from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from plugins.desk.web.http.app import make_app
from tests.desk.web.office import ORIGIN, PASSWORDS, Office, token_in


def test_who_has_not_signed_in_sees_nothing_of_the_desk(office: Office) -> None:
    client = office.browser().client
    for path in ("/toa-soan/", "/toa-soan/nhat-ky", "/toa-soan/bai/x", "/toa-soan/xem/"):
        answer = client.get(path, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/toa-soan/dang-nhap")
    assert client.post("/toa-soan/bai", data={}).status_code == 401
    assert client.put("/toa-soan/bai/x/anh", content=b"x").status_code == 401


def test_after_signing_in_one_is_where_one_wanted_to_go_and_never_elsewhere(office: Office) -> None:
    for then, goes in (
        ("/toa-soan/nhat-ky", "/toa-soan/nhat-ky"),
        ("//evil.example/", "/toa-soan/"),
        ("/toa-soan//evil.example", "/toa-soan/"),
        ("https://evil.example", "/toa-soan/"),
    ):
        form = {"name": "lan", "password": PASSWORDS["lan"], "then": then}
        client = office.browser().client
        answer = client.post("/toa-soan/dang-nhap", data=form, follow_redirects=False)
        assert answer.headers["location"] == goes


def test_the_cookie_is_for_this_host_alone_and_no_script(office: Office) -> None:
    form = {"name": "lan", "password": PASSWORDS["lan"]}
    here = office.browser().client.post("/toa-soan/dang-nhap", data=form, follow_redirects=False)
    cookie = here.headers["set-cookie"].lower()
    assert cookie.startswith("toa-soan=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    app = make_app(office.desk)
    app._names.add("bantin.example.vn")
    address = "https://bantin.example.vn"
    there = TestClient(app, base_url=address, headers={"Origin": address})
    answer = there.post("/toa-soan/dang-nhap", data=form, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-toa-soan=")
    assert "secure" in cookie
    assert "domain" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]


def test_a_wrong_password_says_as_much_as_a_wrong_name(office: Office) -> None:
    client = office.browser().client
    said = []
    for name in ("lan", "nobody"):
        answer = client.post("/toa-soan/dang-nhap", data={"name": name, "password": "x"})
        assert answer.status_code == 403
        said.append(answer.text.replace(f'value="{name}"', ""))
    assert said[0] == said[1]


def test_who_guesses_is_told_to_wait_even_with_the_right_password(office: Office) -> None:
    client = office.browser().client
    for _ in range(5):
        client.post("/toa-soan/dang-nhap", data={"name": "tuan", "password": "x"})
    form = {"name": "tuan", "password": PASSWORDS["tuan"]}
    answer = client.post("/toa-soan/dang-nhap", data=form)
    assert answer.status_code == 403
    assert "thử lại sau" in answer.text
    with office.desk.database.transaction() as db:
        db.execute("DELETE FROM failure")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1@evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_what_another_page_asks_for_is_not_done(office: Office, headers: dict[str, str]) -> None:
    visitor = office.browser("lan")
    answer = visitor.client.post("/toa-soan/bai", data={"csrf": visitor.csrf}, headers=headers)
    assert answer.status_code == 403


def test_a_name_of_this_host_without_tls_is_refused(office: Office) -> None:
    app = make_app(office.desk)
    app._names.add("bantin.example.vn")
    client = TestClient(app, base_url="http://bantin.example.vn")
    assert client.get("/toa-soan/dang-nhap").status_code == 403


def test_a_form_without_its_own_token_is_refused(office: Office) -> None:
    visitor = office.browser("lan")
    for token in ("", "x", office.browser("lan").csrf):
        answer = visitor.client.post("/toa-soan/bai", data={"csrf": token})
        assert answer.status_code == 403


def test_every_answer_states_what_it_may_load(office: Office) -> None:
    visitor = office.browser("lan")
    for path in ("/toa-soan/", "/toa-soan/dang-nhap", "/toa-soan/tep/desk.css", "/toa-soan/x"):
        headers = visitor.client.get(path).headers
        assert "require-trusted-types-for 'script'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    framed = visitor.client.get("/toa-soan/xem/").headers["content-security-policy"]
    assert "script" not in framed
    assert "sandbox allow-same-origin" in framed


@pytest.mark.parametrize(
    "path",
    [
        "../pelicanconf.py",
        "articles/../../own_settings.py",
        "/etc/passwd",
        "articles",
        "",
        ".git/x.md",
    ],
)
def test_no_file_outside_the_content_folder_is_opened(office: Office, path: str) -> None:
    visitor = office.browser("lan")
    answer = visitor.client.post("/toa-soan/mo", data={"csrf": visitor.csrf, "path": path})
    assert answer.status_code == 404


def test_no_file_of_the_desk_or_the_machine_is_served(office: Office) -> None:
    client = office.browser("lan").client
    for name in ("../app.py", "%2e%2e/app.py", "css/../../strings.toml", "/etc/passwd"):
        assert client.get(f"/toa-soan/tep/{name}").status_code == 404
    assert client.get("/toa-soan/xem/../../own_settings.py").status_code in (404, 403)
    assert client.get("/toa-soan/xem/%2e%2e/own_settings.py").status_code == 404


def test_signing_out_ends_the_session_on_the_server(office: Office) -> None:
    visitor = office.browser("lan")
    cookies = dict(visitor.client.cookies)
    token = token_in(visitor.client.get("/toa-soan/").text)
    visitor.client.post("/toa-soan/dang-xuat", data={"csrf": token})
    other = TestClient(visitor.app, base_url=ORIGIN, cookies=cookies)
    assert other.get("/toa-soan/", follow_redirects=False).status_code == 303


def test_who_did_what_is_written_down_and_no_password_is(office: Office) -> None:
    office.browser("lan")
    events = office.desk.journal.latest()
    assert ("lan", "đăng nhập") in {(one.user, one.action) for one in events}
    assert not any(password in repr(events) for password in PASSWORDS.values())
