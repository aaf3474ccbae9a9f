"""Nothing that readers have is withdrawn by accident."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from plugins.engine.build import build
from plugins.engine.checks.withdrawal import ALLOW_WITHDRAWAL
from plugins.engine.errors import BuildFailed
from plugins.engine.publish.output import LOCK, RECORD
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite, nothing_more

YEARS_AGO = NOW - timedelta(days=1500)


@pytest.fixture(autouse=True)
def _pages_may_not_go(_pages_may_go: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ALLOW_WITHDRAWAL)


@contextmanager
def refused(site: SmallSite, match: str, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Expect a build to fail with MAY14, and to leave the output as it was."""
    before = left(site)
    with pytest.raises(BuildFailed):
        yield
    said = capsys.readouterr().err
    assert "[MAY14]" in said
    assert "--allow-withdrawal (make publish ALLOW_WITHDRAWAL=1)" in said
    assert match in said
    assert left(site) == before


def left(site: SmallSite) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(site.output).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in site.output.rglob("*")
        if path.is_file() and path.name not in (LOCK, RECORD)
    }


def write_many(site: SmallSite, count: int) -> None:
    for number in range(count):
        site.write(f"articles/b{number}.md", Title=f"Bài {number}", Tags=f"Thẻ {number % 7}")


@pytest.mark.parametrize("clean", [False, True])
@pytest.mark.parametrize("record", [True, False])
def test_a_clock_that_was_set_back_withdraws_nothing(
    site: SmallSite, capsys: pytest.CaptureFixture[str], clean: bool, record: bool
) -> None:
    site.settings["DELETE_OUTPUT_DIRECTORY"] = True
    write_many(site, 3)
    site.build()
    if not record:
        (site.output / RECORD).unlink()
    with refused(site, "3 bài đang có trên trang sẽ biến mất", capsys):
        site.build(now=YEARS_AGO, clean=clean)
    with refused(site, "/2024/01/bai-0/, /2024/01/bai-1/", capsys):  # asked again, it says it again
        site.build(now=YEARS_AGO)
    site.build()


def test_a_date_mistyped_into_the_future_withdraws_nothing_whatever_the_address(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    write_many(site, 2)
    site.build()
    site.write("articles/b0.md", Title="Bài 0", Date="11/01/2042 08:00")
    with refused(site, "/2024/01/bai-0/", capsys):
        site.build()


def test_who_means_it_says_so(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    write_many(site, 30)
    site.build()
    monkeypatch.setenv(ALLOW_WITHDRAWAL, "1")
    site.build(now=YEARS_AGO)
    monkeypatch.delenv(ALLOW_WITHDRAWAL)
    assert not (site.output / "2024").exists()
    site.build(now=YEARS_AGO)  # nothing goes any more


def test_an_article_that_waited_from_the_beginning_goes_on_waiting(site: SmallSite) -> None:
    write_many(site, 1)
    site.write("articles/mai.md", Date="11/01/2042 08:00")
    site.build()
    site.build(clean=True)
    site.write("articles/b0.md", Title="Bài 0", Status="draft")  # withdrawn on purpose
    site.build()


# More than a tenth of all pages


def test_articles_that_are_not_there_any_more_are_missed(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    write_many(site, 60)
    site.build()
    for number in range(30):
        site.path(f"articles/b{number}.md").unlink()
    with refused(site, "trang đang có sẽ bị gỡ: /2024/01/bai-0/", capsys):
        site.build()
    with refused(site, "Xem thư mục nội dung có đủ bài không", capsys):
        site.build(clean=True)


def test_an_article_of_a_small_site_goes_with_all_its_lists(site: SmallSite) -> None:
    write_many(site, 1)
    tags = ", ".join(f"Riêng {number}" for number in range(12))
    site.write("articles/riêng.md", Tags=tags, Category="Khác", Authors="An Bình")
    site.build()
    site.path("articles/riêng.md").unlink()
    assert site.build().deleted >= 10


def test_other_addresses_that_old_ones_lead_to_are_no_withdrawal(site: SmallSite) -> None:
    write_many(site, 40)
    site.build()
    for number in range(40):
        aliases = f"/2024/01/bai-{number}/"
        site.write(
            f"articles/b{number}.md",
            Title=f"Bài {number}",
            Tags=f"Thẻ {number % 7}",
            Slug=f"moi-{number}",
            Aliases=aliases,
        )
    site.build()
    assert (site.output / "2024/01/moi-3/index.html").is_file()


def test_another_address_of_the_whole_site_withdraws_nothing(site: SmallSite) -> None:
    write_many(site, 40)
    site.build()
    site.settings |= {"SITEURL": "https://khac.example/duoi", "FEED_DOMAIN": ""}
    site.build()


def test_a_preview_shows_what_it_likes(site: SmallSite) -> None:
    write_many(site, 40)
    previewed = replace(site.project, build=replace(site.project.build, preview=True))
    build(previewed, NOW, extra=nothing_more)
    for number in range(30):
        site.path(f"articles/b{number}.md").unlink()
    assert build(previewed, NOW, extra=nothing_more).deleted >= 30
