"""What an article brings along does not run in a browser, even without the pages' policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.fuzz.hostile.browser import opened
from tests.fuzz.hostile.inputs import Hostile
from tests.fuzz.hostile.run import Run
from tests.fuzz.hostile.site import HostileSite, build


def test_nothing_runs_in_the_pages_of_a_hundred_hostile_inputs(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run = Run(tmp_path_factory.mktemp("hostile"), browser)
    assert run.try_all(range(1000, 1100)) == []
    assert run.ran == 0
    assert run.pages > 50


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=window.__pwned=1>",
        "<p onmouseover=alert(1)>x</p>",
        "<input onfocus=confirm(1)>",
        '<a href="java&#10;script:alert(1)">x</a>',
        "<svg><animate onbegin=prompt(1) attributeName=x dur=1s></svg>",
        '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
        '<img src="https://ke.example/x.png">',
        "<script>location = 'https://ke.example/'</script>",
        "<button class=listen value='data:text/javascript,alert(1)'>x</button>",
        "<details ontoggle=alert(1)><summary>x</summary>y</details>",
    ],
)
def test_what_would_run_is_noticed(browser: Browser, tmp_path: Path, text: str) -> None:
    site = HostileSite(tmp_path / "site", tmp_path / "photos")
    site.output.mkdir(parents=True)
    (site.output / "robots.txt").write_text("")
    page = "<!doctype html><meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">"
    listen = "document.querySelectorAll('.listen').forEach(e => e.onclick = () => import(e.value))"
    page += f"<main>{text}</main><script>{listen}</script>"
    (site.output / "x.html").write_text(page, encoding="utf-8")
    with opened(browser, site.output) as seen:
        ((_, _, ran),) = seen.look(["x.html"])
    assert ran != []


@pytest.mark.parametrize("name", ["data", "li", "summary", "p"])
def test_only_a_button_can_bring_in_what_reads_aloud(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    body = f'<{name} class="listen" value="data:text/javascript,alert(1)">Nghe</{name}>'
    folder = "articles/n0x"
    text = f"Title: Bài\nDate: 10/01/2024\n\n{body}\n".encode()
    site = HostileSite(tmp_path / "site", tmp_path / "photos")
    build(site, [Hostile(0, "markup", folder, {f"{folder}/index.md": text})])
    page = "2024/01/n0x/index.html"
    assert 'class="listen"' in (site.output / page).read_text(encoding="utf-8")
    with opened(browser, site.output) as seen:
        ((_, elements, ran),) = seen.look([page])
    assert ran == []
    assert not any(each.inside and "hidden" in dict(each.attributes) for each in elements)
