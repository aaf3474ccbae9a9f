from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest

from benchmarks.site.alike import differences
from benchmarks.site.corpus import AUTHORS, TAGS, authors, corpus, story, tags
from benchmarks.site.pelican_peers import Plain
from benchmarks.site.sources import bulletin_article, hugo_article, hugo_pages
from plugins.core.text.slugs import slugify

ROOT = Path(__file__).resolve().parents[2]
PHOTOS = [f"anh-{number}.jpg" for number in range(20)]
DIGEST = """
import hashlib
from benchmarks.site.corpus import corpus
from benchmarks.site.sources import bulletin_article
print(hashlib.sha256(repr([bulletin_article(s) for s in corpus(9)]).encode()).hexdigest())
"""


def test_a_corpus_is_the_same_in_every_process() -> None:
    files = [bulletin_article(each) for each in corpus(9)]
    done = subprocess.run(
        [sys.executable, "-c", DIGEST],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(repr(files).encode()).hexdigest()


def test_every_text_is_in_nfc() -> None:
    for each in corpus(60, PHOTOS):
        for _, text in (bulletin_article(each), hugo_article(each)):
            assert unicodedata.is_normalized("NFC", text)


def test_stories_have_addresses_of_their_own_and_come_in_order() -> None:
    stories = corpus(300)
    assert len({each.address for each in stories}) == 300
    assert [each.date for each in stories] == sorted(each.date for each in stories)
    assert story(300, 300).date > stories[-1].date
    assert stories[-1].date.year - stories[0].date.year == 9


def test_no_two_names_differ_in_diacritics_only() -> None:
    assert len({slugify(name) for name in tags()}) == TAGS
    assert len({slugify(name) for name in authors()}) == AUTHORS


def test_a_third_of_the_stories_are_reprints() -> None:
    reprints = [each for each in corpus(300) if each.source]
    assert 70 < len(reprints) < 130
    for each in reprints:
        assert bulletin_article(each)[1].rstrip().endswith(each.source[1] if each.source else "")


def test_every_photo_stands_in_one_story() -> None:
    stories = corpus(40, PHOTOS)
    shown = [photo.file for each in stories for photo in each.photos]
    assert sorted(shown) == sorted(PHOTOS)
    assert {len(each.photos) for each in stories} == {0, 1, 2, 3}


def test_more_photos_than_stories_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        corpus(19, PHOTOS)


def test_hugo_gets_the_same_story() -> None:
    for each in corpus(20):
        _, ours = bulletin_article(each)
        _, head, body = hugo_article(each)[1].split("+++\n")
        fields = tomllib.loads(head)
        assert (fields["title"], fields["slug"]) == (each.title, each.slug)
        assert tuple(fields["tags"]) == each.tags
        assert body.rstrip() in ours


def test_what_hugo_gets_besides_is_well_formed() -> None:
    for _, text in hugo_pages(corpus(20)):
        _, head, _ = text.split("+++\n")
        tomllib.loads(head)


def test_the_bulletin_is_built_of_it_without_a_problem(tmp_path: Path) -> None:
    stories = corpus(30)
    newsroom = Plain(tmp_path / "ours")
    newsroom.prepare(stories, None)
    done = subprocess.run(
        newsroom.build(), cwd=newsroom.folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "CẢNH BÁO" not in done.stdout + done.stderr
    assert differences(newsroom, stories) == []

    page = newsroom.page(stories[7])
    page.write_text(page.read_text(encoding="utf-8").replace(stories[7].paragraphs[-1], ""))
    newsroom.page(stories[8]).unlink()
    assert differences(newsroom, stories) == [
        f"no last paragraph in {stories[7].address}",
        f"no page {stories[8].address}",
    ]
    assert len(differences(newsroom, stories[:-1])) > 2

    newsroom.make_cold()
    assert sorted(path.name for path in newsroom.folder.iterdir()) == ["conf.py", "content"]
