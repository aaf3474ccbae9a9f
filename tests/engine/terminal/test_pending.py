from __future__ import annotations

import pytest

from plugins.core.article import Article
from plugins.engine.terminal.pending import lines, pending
from tests.engine.made import NOW, Collected, article
from tests.engine.small_site import SmallSite


def said(*articles: Article) -> list[str]:
    return list(lines(pending(Collected(*articles).state, NOW, preview=False)))


def test_a_scheduled_article_is_told_with_its_title_day_and_file() -> None:
    assert said(article("mot"), article("go-nham-nam", age=-6868)) == [
        "Hẹn giờ: “go-nham-nam” lên trang ngày 20/11/2042 lúc 08:00 (articles/go-nham-nam.md)."
    ]


def test_midnight_is_no_time() -> None:
    assert said(article("hen", age=-3 + 8 / 24)) == [
        "Hẹn giờ: “hen” lên trang ngày 03/02/2024 (articles/hen.md)."
    ]


def test_of_many_scheduled_articles_the_first_and_the_last_are_told() -> None:
    days = said(*(article(f"bai-{n}", age=-1 - n) for n in range(9)))
    assert [line.split("”")[0] for line in days] == [
        "Hẹn giờ: “bai-0",
        "Hẹn giờ: “bai-1",
        "Hẹn giờ: “bai-2",
        "Hẹn giờ: 4 bài nữa lên trang trước những bài sau đây.",
        "Hẹn giờ: “bai-7",
        "Hẹn giờ: “bai-8",
    ]


def test_a_few_drafts_are_named_and_more_are_only_counted() -> None:
    drafts = [article(f"nhap-{n}", status="draft") for n in range(6)]
    assert said(*drafts[:2]) == [
        "Bản nháp: “nhap-0” (articles/nhap-0.md), “nhap-1” (articles/nhap-1.md)."
    ]
    assert said(*drafts) == []


def test_nothing_is_said_where_all_is_out() -> None:
    assert said(article("mot")) == []


@pytest.mark.parametrize("preview", [False, True])
def test_a_preview_tells_of_scheduled_articles_as_a_build_does(
    site: SmallSite, *, preview: bool
) -> None:
    site.settings["BUILD"]["preview"] = preview
    site.write("articles/a.md")
    site.write("articles/hen.md", Title="Bài hẹn", Date="12/02/2035 07:30")
    site.write("articles/nhap.md", Title="Nháp", Date="12/02/2036", Status="draft")
    told = [line for line in site.build().pending if line.startswith("Hẹn giờ")]
    assert told == ["Hẹn giờ: “Bài hẹn” lên trang ngày 12/02/2035 lúc 07:30 (articles/hen.md)."]
