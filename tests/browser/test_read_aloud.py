"""An article is read aloud, where the browser has a Vietnamese voice."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage

# A browser that speaks: what it was told to say stands in `said`, and `finish` ends the utterance.
SPEECH = """
window.said = [];
let current, voices = %s;
const end = () => { const ended = current; current = null; return ended; };
window.finish = (how = "onend") => end()?.[how]?.();
window.voicesCome = () => {
    voices = [{lang: "en-US"}, {lang: "vi_VN"}];
    speech.onvoiceschanged();
};
window.silent = () => !current;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const speech = {
    getVoices: () => voices,
    speak(utterance) { current = utterance; said.push([utterance.text, utterance.voice.lang]); },
    cancel() { const ended = end(); setTimeout(() => ended?.onerror()); },
};
Object.defineProperty(window, "speechSynthesis", {value: speech});
"""
VIETNAMESE = SPEECH % '[{lang: "vi-VN"}]'
KIND = "side-by-side gallery"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(KIND, prepare=lambda page: page.add_init_script(VIETNAMESE))


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def said(page: Page) -> list[str]:
    found: list[list[str]] = page.evaluate("said")
    assert all(lang.startswith("vi") for _, lang in found)
    return [text for text, _ in found]


def to_the_end(page: Page) -> list[str]:
    page.evaluate("while (!silent()) finish()")
    return said(page)


def test_what_cannot_read_vietnamese_offers_nothing(open_page: OpenPage) -> None:
    without: list[Any] = [
        SPEECH % '[{lang: "en-US"}]',
        "Object.defineProperty(window, 'speechSynthesis', {value: undefined})",
    ]
    for script in without:
        page = open_page(KIND, prepare=lambda page, script=script: page.add_init_script(script))
        expect(page.locator(".article__dates button:visible")).to_have_count(0)
    page = open_page(KIND, java_script_enabled=False)
    expect(page.locator(".article__dates button:visible")).to_have_count(0)


def test_the_button_comes_with_the_voices_and_moves_nothing(open_page: OpenPage) -> None:
    script = SPEECH % "[]"
    page = open_page(KIND, prepare=lambda page: page.add_init_script(script))
    expect(button(page, "Nghe đọc bài")).to_have_count(0)
    before = page.locator(".content").bounding_box()
    page.evaluate("voicesCome()")
    expect(button(page, "Nghe đọc bài")).to_be_visible()
    assert page.locator(".content").bounding_box() == before


def test_headline_standfirst_text_and_captions_are_read_in_order_and_in_parts(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate("performance.getEntriesByType('resource').length") > 0
    button(page, "Nghe đọc bài").click()
    expect(button(page, "Tạm dừng")).to_be_visible()
    assert [url.rpartition("/")[2].partition(".")[0] for url in asked] == ["read_aloud"]
    parts = to_the_end(page)
    assert max(map(len, parts)) <= 181
    shown = page.evaluate(
        """() => [...document.querySelectorAll(".article :is(h1, .standfirst, .content)")]
            .map((each) => each.innerText).join(" ")"""
    )
    assert " ".join(" ".join(parts).split()) == " ".join(shown.split())
    caption = page.locator(".content figcaption").first.inner_text()
    assert caption[:40] in " ".join(parts)
    # At the end everything is as before.
    expect(button(page, "Nghe đọc bài")).to_be_visible()
    expect(button(page, "Dừng đọc")).to_have_count(0)


def test_reading_pauses_goes_on_and_stops_with_the_keyboard(page: Page) -> None:
    button(page, "Nghe đọc bài").focus()
    page.keyboard.press("Enter")
    expect(button(page, "Tạm dừng")).to_be_focused()
    page.evaluate("finish()")
    page.keyboard.press("Space")
    expect(button(page, "Đọc tiếp")).to_be_focused()
    assert page.evaluate("silent()")
    page.wait_for_timeout(50)  # what was ended tells it late
    page.keyboard.press("Space")
    expect(button(page, "Tạm dừng")).to_be_focused()
    first, second, again = said(page)
    assert second == again != first  # the part that was broken off, from its beginning
    page.keyboard.press("Tab")
    expect(button(page, "Dừng đọc")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button(page, "Nghe đọc bài")).to_be_focused()
    expect(button(page, "Dừng đọc")).to_have_count(0)
    assert page.evaluate("silent()")
    page.keyboard.press("Enter")
    expect(button(page, "Tạm dừng")).to_be_visible()
    assert said(page)[-1] == first


def test_a_voice_that_fails_and_a_page_that_is_left_end_the_reading(page: Page) -> None:
    button(page, "Nghe đọc bài").click()
    expect(button(page, "Tạm dừng")).to_be_visible()
    page.evaluate("finish('onerror')")
    expect(button(page, "Nghe đọc bài")).to_be_visible()
    button(page, "Nghe đọc bài").click()
    assert not page.evaluate("silent()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("silent()")
    expect(button(page, "Nghe đọc bài")).to_be_visible()
    assert len(said(page)) == 2


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_buttons_are_accessible_and_fit(open_page: OpenPage, width: int, scheme: str) -> None:
    page = open_page(
        KIND,
        width=width,
        color_scheme=scheme,
        prepare=lambda page: page.add_init_script(VIETNAMESE),
    )
    button(page, "Nghe đọc bài").click()
    expect(button(page, "Dừng đọc")).to_be_visible()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for each in page.locator(".article__dates button").all():
        box = each.bounding_box()
        assert box is not None
        assert box["height"] >= 24
