"""What happens to a site besides its content: theme, settings, clock, output and state."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from plugins.build.output import LOCK, RECORD
from tools.fuzz_build.edits import Action, pick
from tools.fuzz_build.site import Site

_TEMPLATES = (
    ("templates/base.html", "</body>"),
    ("templates/components/teaser.html", "</article>"),
    ("templates/fragments/latest.html", "</main>"),
    ("templates/components/source.html", "{% endmacro %}"),
    ("templates/404.html", "{% endblock %}"),
)
_SETTINGS: tuple[dict[str, object], ...] = (
    {"SITEURL": "https://bantin.example.vn"},
    {"SITEURL": ""},
    {"RELATIVE_URLS": True},
    {"RELATIVE_URLS": False},
    {"FEED_MAX_ITEMS": 2},
    {"DELETE_OUTPUT_DIRECTORY": True},
    {"DELETE_OUTPUT_DIRECTORY": False},
    {"ARTICLES": {"default_category": "Tin ngắn", "default_byline": "Lò Mai"}},
    {"ARTICLES": {"term_slugs": {"Bạc Hà": "bac-ha", "Đất": "dat-dai"}}},
    {"SITENAME": "Bản tin khác"},
    {"CATEGORY_FEED_ATOM": None},
)
_BUILD: tuple[dict[str, object], ...] = (
    {"articles_per_page": 3},
    {"articles_per_page": 2},
    {"navigation": ["Văn hóa", "Xã hội"]},
    {"navigation": []},
    {"related_articles": 0},
    {"related_articles": 4},
    {"home_articles": 0, "section_articles": 1},
    {"latest_articles": 1, "fragment_articles": 1},
    {"trust_times": False},
    {"trust_times": True},
    {"articles_per_month_page": 1},
)


def files_of(output: Path) -> list[str]:
    """Return the files of an output folder that a reader may ask for, sorted."""
    return sorted(
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and path.name not in (RECORD, LOCK)
    )


def _template(site: Site, a: int, b: int) -> None:
    name, mark = pick(_TEMPLATES, a)
    path = site.theme / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(mark, f"<!-- {b} -->{mark}", 1), encoding="utf-8")


def _override(site: Site, a: int, b: int) -> None:
    site.settings["THEME_TEMPLATES_OVERRIDES"] = [str(site.overrides)] if a % 4 else []
    source = (site.theme / "templates" / "404.html").read_text(encoding="utf-8")
    (site.overrides / "404.html").write_text(f"<!-- {b} -->{source}", encoding="utf-8")


def _words(site: Site, _: int, b: int) -> None:
    path = site.theme / "strings.toml"
    text = path.read_text(encoding="utf-8")
    new = f'home = "Trang chủ {b}"'
    path.write_text(text.replace('home = "Trang chủ', f"{new} # ", 1), encoding="utf-8")


def _style(site: Site, _: int, b: int) -> None:
    with (site.theme / "static/css/base.css").open("a", encoding="utf-8") as file:
        file.write(f"\n.x{b} {{ color: red; }}\n")


def _asset(site: Site, a: int, b: int) -> None:
    if a % 2:
        with (site.theme / "static/js/share.js").open("a", encoding="utf-8") as file:
            file.write(f"\nwindow.x{b} = {b};\n")
    else:
        path = site.theme / "static/favicon.svg"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</svg>", f"<!-- {b} --></svg>"), encoding="utf-8")


def _setting(site: Site, a: int, _: int) -> None:
    site.settings |= pick(_SETTINGS, a)


def _build_setting(site: Site, a: int, _: int) -> None:
    site.settings["BUILD"] = site.settings["BUILD"] | pick(_BUILD, a)


def _later(site: Site, a: int, b: int) -> None:
    site.advance(a % 8 + b / 24)


def _earlier(site: Site, a: int, b: int) -> None:
    site.advance(-(a % 8) - b / 24)


def _long_ago(site: Site, a: int, _: int) -> None:
    site.advance(-1000 if a % 2 else 1000)


# The output folder


def _lose(site: Site, a: int, _: int) -> None:
    if names := files_of(site.output):
        (site.output / pick(names, a * 17)).unlink()


def _lose_several(site: Site, a: int, b: int) -> None:
    for name in files_of(site.output)[a :: b + 2]:
        (site.output / name).unlink()


def _overwrite(site: Site, a: int, b: int) -> None:
    """Write into a file as other programs do: a new file in the place of the old one."""
    if names := files_of(site.output):
        path = site.output / pick(names, a * 13 + b)
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data[::-1] if b % 2 else data + b"x")


def _overwrite_in_place(site: Site, a: int, b: int) -> None:
    """Write into a page itself, a second later. Photos share their file with the cache."""
    if names := [name for name in files_of(site.output) if not name.startswith("anh/")]:
        path = site.output / pick(names, a * 13 + b)
        data = path.read_bytes()
        path.write_bytes(data[::-1] if b % 2 else data + b"x")
        later = time.time_ns() + 10**9
        os.utime(path, ns=(later, later))


def _lose_all(site: Site, _: int, __: int) -> None:
    shutil.rmtree(site.output, ignore_errors=True)
    site.foreign.clear()


def _lose_folder(site: Site, a: int, _: int) -> None:
    folders = [path for path in sorted(site.output.rglob("*")) if path.is_dir()]
    if folders:
        folder = pick(folders, a * 7)
        shutil.rmtree(folder)
        site.foreign = {name for name in site.foreign if (site.output / name).exists()}


def _foreign(site: Site, a: int, b: int) -> None:
    folders = ("", "2024/", "2024/01/", "anh/", "của tôi/", "chuyen-muc/kinh-te/", "theme/")
    name = f"{pick(folders, a)}ghi chú {b % 4}.txt"
    path = site.output / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("của người khác", encoding="utf-8")
    site.foreign.add(name)


def _folder_for_page(site: Site, a: int, _: int) -> None:
    """An empty folder, or one of empty folders, where a page stands."""
    if names := files_of(site.output):
        path = site.output / pick(names, a * 11)
        path.unlink()
        (path / "trống").mkdir(parents=True)


def _page_for_folder(site: Site, a: int, _: int) -> None:
    """A file where a folder of ours stands."""
    folders = [path for path in sorted(site.output.glob("*/*")) if path.is_dir()]
    if folders:
        folder = pick(folders, a)
        shutil.rmtree(folder)
        site.foreign = {name for name in site.foreign if (site.output / name).exists()}
        folder.write_text("tệp lạ", encoding="utf-8")


def _record(site: Site, a: int, b: int) -> None:
    record = site.output / RECORD
    if record.exists():
        data = record.read_bytes()
        record.write_bytes((b"", data[: len(data) // 2], data + b"../x\nx\n", b"\xff")[b % 4])
        if a % 4 == 0:
            record.unlink()


# The state


def _states(site: Site) -> Sequence[Path]:
    return sorted((site.folder / "cache" / "build").glob("*.sqlite"))


def _lose_state(site: Site, _: int, __: int) -> None:
    for state in _states(site):
        state.unlink()


def _shorten_state(site: Site, a: int, b: int) -> None:
    for state in _states(site):
        os.truncate(state, state.stat().st_size * (a * 16 + b) // 256)


def _replace_state(site: Site, a: int, _: int) -> None:
    for state in _states(site):
        state.write_bytes(pick((b"", b"not a state", bytes(range(256)) * 20, b"x" * 100_000), a))


def _flip_state(site: Site, a: int, b: int) -> None:
    for state in _states(site):
        data = bytearray(state.read_bytes())
        if data:
            at = (a * 7919 + b * 104_729 + a * b * 31) * 131 % len(data)
            data[at] ^= 1 << (a + b) % 8
            state.write_bytes(data)


def _lose_cache(site: Site, _: int, __: int) -> None:
    shutil.rmtree(site.folder / "cache", ignore_errors=True)


AROUND: dict[str, Action] = {
    "template": _template,
    "override": _override,
    "words": _words,
    "style": _style,
    "asset": _asset,
    "setting": _setting,
    "build setting": _build_setting,
    "later": _later,
    "earlier": _earlier,
    "long ago": _long_ago,
    "lose": _lose,
    "lose several": _lose_several,
    "lose folder": _lose_folder,
    "lose all": _lose_all,
    "overwrite": _overwrite,
    "overwrite in place": _overwrite_in_place,
    "foreign": _foreign,
    "folder for page": _folder_for_page,
    "page for folder": _page_for_folder,
    "record": _record,
    "lose state": _lose_state,
    "shorten state": _shorten_state,
    "replace state": _replace_state,
    "flip state": _flip_state,
    "lose cache": _lose_cache,
}
"""What happens to everything but the content folder."""
