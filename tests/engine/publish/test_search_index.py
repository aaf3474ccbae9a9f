"""The search index of incremental builds: that it comes to a clean one's, and touches few files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.search import bulk
from plugins.search.layout import FOLDER
from tests.engine.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Nine articles that are in the index."""
    site = SmallSite(tmp_path)
    for number in range(1, 10):
        site.write(
            f"articles/b{number}.md", "Đảng bộ xã họp.", Title=f"Bài {number}", Slug=str(number)
        )
    site.build()
    return site


def index_of(site: SmallSite) -> dict[str, str]:
    """Return the files of the index."""
    return {
        path: data.decode()
        for path, data in site.files().items()
        if path.startswith(FOLDER) and path.endswith(".txt")
    }


def keys_of(site: SmallSite) -> set[str]:
    """Return the keys of all lines of the index."""
    lines = (line for text in index_of(site).values() for line in text.split("\n") if "\t" in line)
    return {line.partition("\t")[0] for line in lines}


def rebuilt(site: SmallSite) -> set[str]:
    """Build again, and return the files of the index that are others; all are as in a clean
    build."""
    before = index_of(site)
    site.build()
    assert site.files() == site.clean_files()
    after = index_of(site)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_an_edited_word_changes_the_files_of_its_pairs_and_no_other(site: SmallSite) -> None:
    site.write("articles/b3.md", "Đảng bộ huyện họp.", Title="Bài 3", Slug="3")
    changed = rebuilt(site)
    # The word, two pairs that were and two that are; the standfirst is its own.
    assert 1 <= len({path for path in changed if "/doi/" in path}) <= 4
    assert not [path for path in changed if "/bai/" in path]
    assert {"huyênJ", "bôJ huyênJ", "huyênJ hopJ"} <= keys_of(site)


def test_words_are_found_by_title_standfirst_text_and_names(site: SmallSite) -> None:
    site.write(
        "articles/moi.md",
        "Chữ **đậ**m và <sup>1</sup>.\n\nNguồn: Trần Tuấn, Báo Lào Cai",
        Title="Tên A&B",
        Summary="Lời dẫn.",
        Tags="Từ khóa",
    )
    rebuilt(site)
    found = {"tên a", "lơiF dânX", "đâmJ vaF", "trânF tuânS", "lao cai", "tưF khoaS"} - keys_of(
        site
    )
    assert found == {"lao cai"}  # its tone is not left off in a key
    assert {"laoF cai", "@source báo lào cai", "@category tin tức"} <= keys_of(site)


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_what_is_taken_back_is_gone_from_the_index(site: SmallSite, status: str) -> None:
    site.write("articles/b3.md", "Chỉ ở đây.", Title="Bài 3", Slug="3")
    rebuilt(site)
    assert "chiR ơR" in keys_of(site)
    site.write("articles/b3.md", "Chỉ ở đây.", Title="Bài 3", Slug="3", Status=status)
    rebuilt(site)
    assert "chiR ơR" not in keys_of(site)
    assert not [
        line for text in index_of(site).values() for line in text.split("\n") if "Bài 3" in line
    ]


def test_a_new_date_moves_an_article_and_a_new_title_is_shown(site: SmallSite) -> None:
    site.write(
        "articles/b3.md", "Đảng bộ xã họp.", Title="Tên mới", Slug="3", Date="09/01/2024 9:00"
    )
    rebuilt(site)
    shown = [text for path, text in index_of(site).items() if "/bai/" in path and "Tên mới" in text]
    assert len(shown) == 1
    assert "2024-01-09T09:00" in shown[0]


def test_two_articles_of_one_moment_change_places_when_the_first_goes(site: SmallSite) -> None:
    site.path("articles/b1.md").unlink()
    rebuilt(site)
    site.write("articles/b1.md", "Đảng bộ xã họp.", Title="Bài 1", Slug="1")
    rebuilt(site)


@pytest.mark.parametrize("damage", ["lose", "overwrite", "same size and time"])
def test_a_file_that_is_not_what_the_build_left_is_not_built_upon(
    site: SmallSite, damage: str
) -> None:
    path = next(path for path, text in index_of(site).items() if "bôJ xaX" in text)
    file = site.output / path
    state, text = file.stat(), file.read_bytes()
    if damage == "lose":
        file.unlink()
    elif damage == "overwrite":
        file.write_bytes(text + b"x\tB\n")
    else:
        file.write_bytes(text.swapcase())
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    site.write("articles/b3.md", "Đảng bộ tỉnh.", Title="Bài 3", Slug="3")
    rebuilt(site)


def test_all_files_are_others_when_there_are_many_more_articles(site: SmallSite) -> None:
    before = index_of(site).keys()
    for number in range(10, 90):
        site.write(f"articles/b{number}.md", Title=f"Bài {number}", Slug=str(number))
    changed = rebuilt(site)
    assert before < changed
    assert before.isdisjoint(index_of(site))


def test_an_edit_of_few_articles_reads_no_other(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the whole index was made anew")

    monkeypatch.setattr(bulk, "scatter", refuse)
    site.write("articles/b3.md", "Đảng bộ tỉnh họp.", Title="Bài 3", Slug="3")
    site.build()
