"""The frame in which photos are seen large."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, wait_until
from tests.browser.page_types import find_page

NEXT, BEFORE, CLOSE = "Ảnh sau", "Ảnh trước", "Đóng"


def _open(page: Page, at: int = 0) -> Locator:
    """Open the photo ``at`` of the page's gallery."""
    page.locator(".gallery a.figure__link").nth(at).click()
    return page.locator("dialog[open]")


@pytest.mark.parametrize("kind", ["strip gallery", "side-by-side gallery"])
def test_a_photo_opens_large_and_escape_gives_the_focus_back(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind)
    link = page.locator(".gallery a.figure__link").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_have_count(1)
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    expect(dialog.locator("img")).to_have_attribute(
        "src", str(link.locator("img").get_attribute("src"))
    )
    expect(dialog.locator("img")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(link).to_be_focused()


def test_the_buttons_lead_from_photo_to_photo_and_end_with_the_last(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    count = page.locator(".gallery").first.locator("a.figure__link").count()
    dialog = _open(page)
    before, after = (dialog.get_by_role("button", name=name) for name in (BEFORE, NEXT))
    for number in range(1, count + 1):
        expect(dialog).to_contain_text(f"{number}/{count}")
        assert (before.is_disabled(), after.is_disabled()) == (number == 1, number == count)
        expect(dialog.locator("p:has(> picture)").last).to_be_in_viewport(ratio=0.9)
        after.click(force=True)  # behind the last photo it does nothing
    expect(after).to_be_focused()
    before.click()
    expect(dialog).to_contain_text(f"{count - 1}/{count}")
    dialog.get_by_role("button", name=CLOSE).click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_photos_are_a_group_with_the_name_of_the_article(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    title = page.locator("article h1").inner_text()
    dialog = _open(page)
    expect(dialog.get_by_role("group", name=f"Ảnh của “{title}”")).to_be_visible()


def test_a_photo_is_shown_with_its_own_words_and_the_caption_of_all(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    figure = page.locator(".gallery").first
    own = [str(photo.get_attribute("alt")) for photo in figure.locator("img").all()]
    together = figure.locator("figcaption").inner_text()
    assert len(set(own)) == len(own)
    dialog = _open(page)
    for words in own:
        expect(dialog.locator(".viewer__caption")).to_contain_text(words)
        expect(dialog.locator(".viewer__caption")).to_contain_text(together)
        dialog.get_by_role("button", name=NEXT).click(force=True)


def test_words_that_the_caption_has_already_are_not_said_twice(open_page: OpenPage) -> None:
    page = open_page("side-by-side gallery")
    caption = page.locator(".gallery figcaption").first.inner_text()
    dialog = _open(page)
    count = page.locator(".gallery").first.locator("a.figure__link").count()
    expect(dialog.locator(".viewer__caption")).to_have_text(f"1/{count} {caption}")


def test_a_single_photo_has_no_number_and_none_before_or_after_it(open_page: OpenPage) -> None:
    page = open_page("original article")
    page.locator(".figure:not(.gallery) a.figure__link").first.click()
    dialog = page.locator("dialog[open]")
    assert [button.inner_text() for button in dialog.get_by_role("button").all()] == [CLOSE]
    expect(dialog.locator("b")).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "density", "wanted"), [(360, 1, "-480."), (360, 2, "-768."), (1280, 1, "-1200.")]
)
def test_only_the_photo_in_sight_is_loaded_in_a_modern_format_and_a_fitting_width(
    open_page: OpenPage, width: int, density: int, wanted: str
) -> None:
    page = open_page("strip gallery", width=width, device_scale_factor=density)
    page.wait_for_load_state("networkidle")
    dialog = _open(page)
    photos = dialog.locator("img")
    wait_until(page, "document.querySelector('.viewer img').complete")
    page.wait_for_timeout(300)
    expect(photos).to_have_count(1)
    loaded = str(photos.evaluate("photo => photo.currentSrc"))
    assert loaded.endswith(f"{wanted}avif")
    assert photos.evaluate("photo => photo.naturalWidth > 0")


def test_where_dialogs_are_unknown_a_photo_is_a_link(open_page: OpenPage, built_site: Path) -> None:
    old = "delete HTMLDialogElement.prototype.showModal"
    page = open_page("strip gallery", prepare=lambda page: page.add_init_script(old))
    assert find_page(built_site, "strip gallery") in page.url
    page.locator(".gallery a.figure__link").first.click()
    page.wait_for_url("**/anh/*.jpg")


def test_a_click_that_asks_for_a_new_tab_gets_one(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    with page.context.expect_page():
        page.locator("a.figure__link").first.click(modifiers=["ControlOrMeta"])
    expect(page.locator("dialog[open]")).to_have_count(0)
