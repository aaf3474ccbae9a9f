"""What is told of plugins made for Pelican: of those whose work is done here, and of those that
wait for signals which are not sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from blinker import ANY, Signal
from pelican.plugins import signals
from pelican.plugins._utils import get_plugin_name

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.core.settings_file import place_of

_PHOTOS = ("ảnh các cỡ, các định dạng và srcset", "photos in all sizes and formats, `srcset`")
_RELATED = ("“Tin liên quan”, theo BUILD['related_articles']", '`BUILD["related_articles"]`')
_ALIASES = ("“Aliases” trong bài và chuyen-huong.csv", "`Aliases` in a head, `chuyen-huong.csv`")
_ASSETS = (
    "kiểu trình bày và mã của giao diện được gộp, nén, đặt tên theo nội dung",
    "the theme's styles and scripts, joined, made small and named by content",
)
DONE_HERE: dict[str, tuple[str, str]] = {
    "alias": _ALIASES,
    "assets": _ASSETS,
    "feed_summary": ("BUILD['full_text_feeds']", '`BUILD["full_text_feeds"]`'),
    "image_process": _PHOTOS,
    "json_feed": ("FEED_ALL_JSON, CATEGORY_FEED_JSON", "`FEED_ALL_JSON`, `CATEGORY_FEED_JSON`"),
    "neighbors": ("newer, older trong mẫu article.html", "`newer` and `older` in `article.html`"),
    "optimize_images": _PHOTOS,
    "pelican_alias": _ALIASES,
    "pin_to_top": ("“Pin” trong bài", "`Pin` in a head"),
    "related_posts": _RELATED,
    "seo": (
        "JSON-LD, Open Graph, địa chỉ chính thức, robots.txt",
        "JSON-LD, Open Graph, canonical addresses, `robots.txt`",
    ),
    "series": ("“Series” trong bài", "`Series` in a head"),
    "share_post": ("các nút chia sẻ dưới mỗi bài", "links to pass an article on"),
    "similar_posts": _RELATED,
    "sitemap": ("sitemap.xml và sơ đồ trang tin", "`sitemap.xml`, with one of the news"),
    "thumbnailer": _PHOTOS,
    "webassets": _ASSETS,
    "yaml_metadata": ("phần đầu bài bằng YAML", "heads in YAML"),
}
"""Plugins whose whole work the build does itself, with what does it, in Vietnamese and English."""

SENT = frozenset(
    {
        *("initialized", "finalized", "get_generators", "generator_init"),
        *("static_generator_init", "static_generator_preread"),
        *("static_generator_context", "static_generator_finalized"),
    }
)
"""The signals that are sent with all that a listener expects. Others are not sent at all, or only
for the files of Pelican's own generators: without articles and pages."""


_OURS = ("plugins.articles", "plugins.attribution", "plugins.figures")


def without_needless(
    plugins: Iterable[Any], arguments: Sequence[str]
) -> tuple[list[Any], list[Problem]]:
    """Return the plugins that are to run, and a warning that names the others: one that did again
    what is done would write over it (``sitemap.xml``).

    Raises :class:`SettingsError` where one of ours is not among them.
    """
    named = {_name(plugin): plugin for plugin in plugins}
    if missing := [name for name in _OURS if name not in named]:
        raise SettingsError(
            "PLUGINS",
            f"thiếu {', '.join(missing)}, nên bài không được đọc như hướng dẫn biên tập nói",
            f"Ghi đủ {', '.join(_OURS)} vào PLUGINS.",
        )
    done = {
        name: DONE_HERE[short]
        for name in named
        if name not in _OURS and (short := _short(name)) in DONE_HERE
    }
    what = "; ".join(f"{_short(name)} ({vietnamese})" for name, (vietnamese, _) in done.items())
    message = f"plugin không được chạy vì bản tin đã tự làm việc ấy: {what}"
    told = [_problem(checks.PLUGIN_NEEDLESS, message, arguments)] if done else []
    return [plugin for name, plugin in named.items() if name not in done], told


def _name(plugin: Any) -> str:
    return plugin if isinstance(plugin, str) else get_plugin_name(plugin)


def _short(name: str) -> str:
    return name.rpartition(".")[2].replace("-", "_")


def _problem(check: Check, message: str, arguments: Sequence[str]) -> Problem:
    return Problem(check, *place_of("PLUGINS", arguments), message, check.mend)


def others_listening(plugins: Sequence[str]) -> dict[str, list[str]]:
    """Return which signals whoever else listens to, by the names of ``plugins``, or of the module
    that connected by itself (a settings file)."""
    found: dict[str, list[str]] = {}
    for signal, module in _listeners():
        if not module.startswith(_OURS):
            inside = (name for name in plugins if f"{module}.".startswith(f"{name}."))
            heard = found.setdefault(next(inside, module), [])
            heard.extend([signal] * (signal not in heard))
    return found


def _listeners() -> Iterator[tuple[str, str]]:
    """Yield the name of each signal with the module of each of its receivers."""
    for name, signal in vars(signals).items():
        if isinstance(signal, Signal):
            for receiver in signal.receivers_for(ANY):
                yield name, getattr(receiver, "__module__", None) or type(receiver).__module__


def unheard(listening: Mapping[str, Sequence[str]], arguments: Sequence[str]) -> list[Problem]:
    """Return a warning that names those in ``listening`` who wait for what is not sent."""
    waiting = {
        name: [signal for signal in heard if signal not in SENT]
        for name, heard in listening.items()
    }
    what = [f"{_short(name)} ({', '.join(some)})" for name, some in waiting.items() if some]
    message = f"plugin chờ tín hiệu mà bản tin không phát: {'; '.join(what)}"
    return [_problem(checks.PLUGIN_UNHEARD, message, arguments)] if what else []
