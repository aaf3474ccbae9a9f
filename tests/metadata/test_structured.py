from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.core.terms import Term
from plugins.metadata.structured import news_article
from plugins.photos import Photo
from tests.engine.made import article, photo

REPRINT = Source(None, (Outlet("Báo Lào Cai"), Outlet("TTXVN")), "https://baolaocai.example/1")


def said(one: Article, photo: Photo | None = None) -> dict[str, Any]:
    return news_article(
        one,
        "Tóm tắt",
        photo,
        one.url,
        site_url="https://bantin.example/x",
        publisher="Bản tin",
        default_byline="Ban Biên tập",
    )


def author(name: str) -> Term:
    return Term("author", name, name.casefold().replace(" ", "-"))


def test_the_newsroom_is_an_organisation_and_everybody_else_a_person() -> None:
    one = replace(article("a"), authors=(author("Thu Hà"), author("Ban Biên tập")))
    kinds = [(each["@type"], each["name"]) for each in said(one)["author"]]
    assert kinds == [("Person", "Thu Hà"), ("Organization", "Ban Biên tập")]
    assert all(each["url"].startswith("https://bantin.example/x/") for each in said(one)["author"])


def test_whoever_a_reprint_was_taken_from_is_an_author_and_its_address_the_base() -> None:
    news = said(replace(article("a"), source=REPRINT))
    assert [each["name"] for each in news["author"]] == ["Báo Lào Cai", "TTXVN"]
    assert news["isBasedOn"] == "https://baolaocai.example/1"
    signed = said(replace(article("a"), source=replace_author(REPRINT, "Thu Nga")))
    assert signed["author"] == [{"@type": "Person", "name": "Thu Nga"}]
    assert "isBasedOn" not in said(article("a"))


def replace_author(source: Source, name: str) -> Source:
    return Source(name, source.outlets, source.url)


def test_a_change_before_the_publication_is_none() -> None:
    one = article("a")
    assert one.date
    earlier = replace(one, modified=one.date - timedelta(days=1))
    later = replace(one, modified=one.date + timedelta(days=1))
    assert said(earlier)["dateModified"] == said(one)["datePublished"]
    assert said(later)["dateModified"] > said(later)["datePublished"]


def test_addresses_are_whole_and_a_photo_brings_its_crops(tmp_path: Path) -> None:
    news = said(article("a"), photo(tmp_path / "a.jpg"))
    assert news["image"] == []
    assert news["mainEntityOfPage"].startswith("https://bantin.example/x/2024/")
    assert "image" not in said(article("a"))
