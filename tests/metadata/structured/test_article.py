from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.attribution import Correction, Outlet, Source
from plugins.core.article import Article
from plugins.core.dates.date import TIME_ZONE
from plugins.core.terms import Term
from plugins.figures import Figure, Film
from plugins.metadata.structured.article import news_article
from plugins.metadata.structured.identity import Identity
from tests.engine.made import article, photo

SITE = "https://bantin.example/x"
LAO_CAI = {"@type": "Organization", "name": "Báo Lào Cai", "url": "https://baolaocai.example/"}
REPRINT = Source(
    "Thu Nga",
    (Outlet("Báo Lào Cai", "https://baolaocai.example/"),),
    "https://baolaocai.example/1",
    datetime(2024, 1, 10, 9, tzinfo=TIME_ZONE),
)


def said(one: Article, *figures: Figure, films: tuple[Film, ...] = ()) -> dict[str, Any]:
    identity = Identity(SITE, "Bản tin", "vi", "NewsMediaOrganization")
    return news_article(one, "Tóm tắt", figures, films, identity, "Ban Biên tập")


def test_a_plain_article_says_what_it_is_and_nothing_that_is_not_known() -> None:
    one = article("a")
    one.category = Term("category", "Văn hóa", "van-hoa")
    assert said(one) == {
        "@type": "NewsArticle",
        "headline": "a",
        "description": "Tóm tắt",
        "datePublished": "2024-01-31T08:00:00+07:00",
        "dateModified": "2024-01-31T08:00:00+07:00",
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "mainEntityOfPage": f"{SITE}/2024/01/a/",
        "articleSection": "Văn hóa",
        "publisher": {
            "@type": "NewsMediaOrganization",
            "@id": f"{SITE}/#publisher",
            "name": "Bản tin",
            "url": f"{SITE}/",
        },
    }


def test_tags_are_keywords() -> None:
    one = replace(article("a"), tags=(Term("tag", "Tết", "tet"), Term("tag", "Chợ", "cho")))
    assert said(one)["keywords"] == ["Tết", "Chợ"]


def test_of_a_reprint_the_person_and_the_outlet_are_named_and_the_original() -> None:
    news = said(replace(article("a"), source=REPRINT))
    thu_nga = {"@type": "Person", "name": "Thu Nga"}
    assert news["author"] == [thu_nga, LAO_CAI]
    assert news["isBasedOn"] == {
        "@type": "CreativeWork",
        "url": "https://baolaocai.example/1",
        "datePublished": "2024-01-10T09:00:00+07:00",
        "author": [thu_nga],
        "publisher": [LAO_CAI],
    }
    assert news["sourceOrganization"] == news["copyrightHolder"] == [LAO_CAI]


def test_who_signs_a_reprint_here_stands_before_those_it_is_taken_from() -> None:
    signed = (Term("author", "Thu Hà", "thu-ha"),)
    news = said(replace(article("a"), authors=signed, source=REPRINT))
    assert [each["name"] for each in news["author"]] == ["Thu Hà", "Thu Nga", "Báo Lào Cai"]


def test_an_article_of_our_own_is_based_on_nothing_and_nobody_elses() -> None:
    assert not said(article("a")).keys() & {"isBasedOn", "sourceOrganization", "copyrightHolder"}


def test_a_change_before_the_publication_is_none() -> None:
    one = article("a")
    assert one.date
    earlier = replace(one, modified=one.date - timedelta(days=1))
    later = replace(one, modified=one.date + timedelta(days=1))
    assert said(earlier)["dateModified"] == said(one)["datePublished"]
    assert said(later)["dateModified"] > said(later)["datePublished"]


def test_corrections_say_what_was_put_right_and_when() -> None:
    right = Correction(datetime(2024, 2, 1, tzinfo=TIME_ZONE), "Sửa tên.")
    told = said(replace(article("a"), corrections=(right,)))
    assert told["correction"] == [
        {"@type": "CorrectionComment", "text": "Sửa tên.", "datePublished": "2024-02-01"}
    ]


def test_photos_and_films_are_those_of_the_page() -> None:
    one = replace(article("a"), lead_photo=photo(Path("a.jpg"), lead=True))
    told = said(one, films=(Film("tep/a.mp4", "anh/a.jpg", "Phim"),))
    assert len(told["image"]) == 4
    assert [film["name"] for film in told["video"]] == ["Phim"]


def test_a_draft_without_a_date_is_on_no_page() -> None:
    with pytest.raises(ValueError, match=r"articles/a\.md"):
        said(replace(article("a"), date=None))
