from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest
from pelican.plugins import signals

from plugins.core.errors import SettingsError
from plugins.engine.checks.plugins import (
    DONE_HERE,
    SENT,
    others_listening,
    unheard,
    without_needless,
)

OURS = ["plugins.articles", "plugins.attribution", "plugins.figures"]


def listener(module: str) -> object:
    def hear(sender: object) -> None: ...

    hear.__module__ = module
    return hear


@pytest.fixture
def listening() -> Iterator[dict[str, object]]:
    heard = {
        "pelican.plugins.may.ra": listener("pelican.plugins.may.ra"),
        "trong_tep": listener("trong_tep"),
        "plugins.cua_toi": listener("plugins.cua_toi"),
        "plugins.articles": listener("plugins.articles"),
    }
    signals.article_generator_finalized.connect(heard["pelican.plugins.may.ra"])
    signals.finalized.connect(heard["pelican.plugins.may.ra"])
    signals.finalized.connect(heard["trong_tep"])
    signals.initialized.connect(heard["plugins.articles"])
    signals.initialized.connect(heard["plugins.cua_toi"])
    yield heard
    signals.article_generator_finalized.disconnect(heard["pelican.plugins.may.ra"])
    for each in heard.values():
        signals.finalized.disconnect(each)
        signals.initialized.disconnect(each)


@pytest.mark.usefixtures("listening")
def test_who_listens_is_known_by_the_plugin_or_else_by_the_module() -> None:
    found = others_listening([*OURS, "pelican.plugins.may"])
    heard = {name: sorted(signals) for name, signals in found.items()}
    assert heard == {
        "pelican.plugins.may": ["article_generator_finalized", "finalized"],
        "trong_tep": ["finalized"],
        "plugins.cua_toi": ["initialized"],
    }


def test_whoever_waits_for_what_is_not_sent_is_named_in_one_line() -> None:
    heard = {"a.may": ["finalized", "feed_written"], "b": ["content_written"], "c": ["finalized"]}
    (problem,) = unheard(heard, [])
    assert problem.level == "warning"
    assert problem.message.endswith("không phát: may (feed_written); b (content_written)")
    assert unheard({"c": ["finalized"]}, []) == []


def test_every_signal_that_is_sent_is_one_of_pelicans() -> None:
    assert vars(signals).keys() >= SENT


def test_a_plugin_whose_work_is_done_here_is_left_out_and_named() -> None:
    modules = [ModuleType("pelican.plugins.related_posts"), ModuleType("cua_toi")]
    names = [*OURS, "sitemap", "pelican.plugins.seo", "share-post", "minify", *modules]
    kept, (problem,) = without_needless(names, [])
    assert kept == [*OURS, "minify", modules[1]]
    for name in ("sitemap", "seo", "share_post", "related_posts"):
        assert f"{name} ({DONE_HERE[name][0]})" in problem.message
    assert without_needless(OURS, []) == (OURS, [])


def test_a_build_without_our_own_plugins_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"PLUGINS thiếu plugins\.articles, plugins\.fig"):
        without_needless(["plugins.attribution", "sitemap"], [])
