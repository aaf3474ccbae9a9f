from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.engine.publish.nginx import main
from plugins.engine.render.assets import first_script
from plugins.metadata.headers.policy import digest
from tests.conftest import ROOT
from tests.metadata.headers.reading import Directive, read_nginx, told_by_nginx
from tests.metadata.headers.test_policy import parsed
from tests.site_files import write_settings


def directives(tmp_path: Path, more: str = "") -> list[Directive]:
    settings = write_settings(tmp_path / "own.py", {}, more)
    assert main(str(settings), str(tmp_path / "include.conf")) == 0
    return read_nginx(tmp_path / "include.conf", tmp_path)


def test_the_include_follows_the_settings(tmp_path: Path) -> None:
    found = directives(
        tmp_path,
        'SITEURL = "https://tinh.example/ban-tin"\n'
        'ARTICLES = {"embed_hosts": ()}\nCOUNTER = {"endpoint": "https://dem.example/v1/"}',
    )
    policy = parsed(dict(told_by_nginx(found)("ban-tin/"))["Content-Security-Policy"])
    assert policy["connect-src"] == "'self' https://dem.example/v1/"
    assert policy["frame-src"] == "'none'"
    matches = [each["args"][-1] for each in found if each["directive"] == "location"]
    assert "/ban-tin/anh/" in matches


def test_a_counter_that_is_switched_off_is_asked_by_nobody(tmp_path: Path) -> None:
    found = directives(
        tmp_path, 'COUNTER = {"enabled": False, "endpoint": "https://dem.example/v1/"}'
    )
    policy = parsed(dict(told_by_nginx(found)(""))["Content-Security-Policy"])
    assert policy["connect-src"] == policy["img-src"] == "'self'"


def test_of_the_theme_the_include_names_but_the_script_in_every_page(tmp_path: Path) -> None:
    directives(tmp_path)
    said = set(re.findall(r"'sha256-[^']+'", (tmp_path / "include.conf").read_text("utf-8")))
    assert said == {digest(first_script(ROOT / "theme" / "static"))}


def test_wrong_settings_are_told_and_leave_the_file_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "include.conf"
    file.write_text("cũ", encoding="utf-8")
    for wrong in ('ARTICLES = {"embed_host": ()}', "x = khong_co"):
        settings = write_settings(tmp_path / "own.py", {}, wrong)
        assert main(str(settings), str(file)) == 1
        assert "own.py" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "cũ"


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").touch()
    settings = write_settings(tmp_path / "own.py", {})
    assert main(str(settings), str(tmp_path / "x" / "include.conf")) == 1
    assert "LỖI: không ghi được" in capsys.readouterr().err


def test_the_example_has_the_include_where_nginx_takes_it(tmp_path: Path) -> None:
    directives(tmp_path)
    counter = ROOT / "deploy" / "nginx-counter.conf"
    text = (ROOT / "deploy" / "nginx-site.conf").read_text(encoding="utf-8")
    text = text.replace("snippets/nginx-headers.conf", str(tmp_path / "include.conf"))
    text = text.replace("snippets/nginx-counter.conf", str(counter))
    text = text.replace("/srv/ban-tin/.nginx/", f"{tmp_path}/")
    (tmp_path / "chuyen-huong.map").write_text('"/cu/bai.html" "/2024/01/bai/";\n')
    (tmp_path / "da-go.map").write_text('"/2024/01/go/" "/2024/01/go/index.html";\n')
    (tmp_path / "site.conf").write_text(text, encoding="utf-8")
    found = read_nginx(tmp_path / "site.conf", tmp_path, around="{include}")
    kinds = [each["directive"] for each in found]
    sizes = ["map_hash_bucket_size", "map_hash_max_size"]
    assert kinds == ["upstream", *sizes, "map", "map", "server", "server"]
    places = [each["args"] for each in found[-1]["block"] if each["directive"] == "location"]
    assert ["/tk/"] in places
    assert ["/anh/"] in places
