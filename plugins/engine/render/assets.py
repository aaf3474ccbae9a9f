"""The theme's stylesheet, script, fonts and icons, with addresses that follow from content.

The CSS that a page uses, and the script that has to run before it is painted, are inlined into it:
on a slow network a round trip less. Everything else is published as
``theme/<name>.<digest>.<ext>``, which a server may call immutable, but for
what browsers look for at the site's root.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

import rcssmin
import rjsmin
from markupsafe import Markup, escape

from plugins.core.document import SITE_ROOT
from plugins.core.errors import SettingsError
from plugins.engine.render.css_names import without_names
from plugins.engine.render.page_style import PageStyle
from plugins.engine.render.theme_file import read_text

SCRIPT = "js/site.js"
"""The name under which the theme's scripts are published together."""

OWN_ADDRESS = "https://site.invalid"
"""Stands in style sheets for the site's own address, behind which print writes no address."""

ROOT = "root/"
"""The folder of ``static`` whose files are published at the site's root under their own names."""

_OF_ONE_KIND = "js/pages/"
"""The folder of scripts that one kind of page has; the others need no style for what they bring."""

_ICON = re.compile(r"icons/icon-(\d+)\.png")
_CSS_URL = re.compile(r"""url\(\s*["']?(?:\.\./)+([^"')]+)["']?\s*\)""")


class Assets:
    """What templates know as ``assets``. Reads the theme's ``static`` folder once.

    ``site_url`` is the site's own address, which the style sheets call :data:`OWN_ADDRESS`.
    ``sheet`` is what :attr:`sheet` came to before, of the same theme: to make it takes a twentieth
    of an edit's build.
    """

    def __init__(self, static: Path, site_url: str, sheet: str = "") -> None:
        self._static = static
        self._site_url = site_url
        self._sheet = sheet

    def style(self, html: str) -> str:
        """Return the CSS that a page uses, minified, with :data:`SITE_ROOT` before addresses."""
        style = self._style_of_one_kind if f"theme/{_OF_ONE_KIND}" in html else self._style
        return style.of(html)

    @cached_property
    def first_script(self) -> Markup:
        """What stands in ``<script>`` before all that a page paints."""
        return Markup(first_script(self._static))  # noqa: S704 - the theme's own

    def url(self, name: str) -> str:
        """Return the published path of an asset. Raises ``KeyError`` for an unknown one."""
        return self._published[name][0]

    def emblem(self, named: str, siteurl: str) -> str:
        """Return the address of the emblem that ``SITE["emblem"]`` names, "" if it names none.
        Raises :class:`SettingsError` for a file that the theme does not have."""
        if "://" in named or not named:
            return named
        if named.startswith("/"):
            return siteurl + named
        try:
            return f"{siteurl}/{self.url(named)}"
        except KeyError:
            raise SettingsError(
                "SITE['emblem']",
                f"giao diện không có tệp “{named}”",
                f"Đặt tệp vào {self._static}, hoặc ghi địa chỉ bắt đầu bằng “/” hay “https://”.",
            ) from None

    def icons(self) -> dict[int, str]:
        """Return the published paths of the icons for the web manifest, by their side in pixels."""
        found = ((_ICON.fullmatch(name), path) for name, (path, _) in self._published.items())
        return {int(match[1]): path for match, path in found if match}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file to publish, as path and content."""
        yield from self._published.values()

    @cached_property
    def sheet(self) -> str:
        """All style sheets as one, minified, with :data:`SITE_ROOT` before addresses."""
        if self._sheet:
            return self._sheet
        folder = self._static / "css"
        names = read_text(folder / "order.txt").split()
        css = "\n".join(read_text(folder / name) for name in names)
        minified: str = rcssmin.cssmin(css).replace(OWN_ADDRESS, escape(self._site_url))
        css = _CSS_URL.sub(lambda match: f"url({SITE_ROOT}/{self.url(match[1])})", minified)
        return without_names(css, self._scripts())

    @cached_property
    def _style(self) -> PageStyle:
        return PageStyle(self.sheet, self._scripts(_OF_ONE_KIND))

    @cached_property
    def _style_of_one_kind(self) -> PageStyle:
        return PageStyle(self.sheet, self._scripts())

    def _scripts(self, *without: str) -> str:
        """Return the text of all scripts but those of a folder."""
        scripts = (
            data
            for name, (_, data) in self._published.items()
            if name.endswith(".js") and not name.startswith(without)
        )
        return b"\n".join(scripts).decode() + self.first_script

    @cached_property
    def _published(self) -> dict[str, tuple[str, bytes]]:
        files = {
            path.relative_to(self._static).as_posix(): path.read_bytes()
            for path in sorted(self._static.rglob("*"))
            if path.is_file() and path.suffix not in (".css", ".js", ".txt")
        }
        scripts = sorted((self._static / "js").glob("*.js"))
        source = "\n".join(read_text(path) for path in scripts)
        files[SCRIPT] = rjsmin.jsmin(source).encode()
        # Files of their own: what a page loads only when a reader asks for it, or one kind of
        # page alone.
        files |= {
            path.relative_to(self._static).as_posix(): rjsmin.jsmin(read_text(path)).encode()
            for folder in ("later", "pages")
            for path in sorted((self._static / "js" / folder).glob("*.js"))
        }
        # A licence keeps its name: people look for it.
        texts = {
            path.relative_to(self._static).as_posix(): path.read_bytes()
            for path in sorted((self._static / "fonts").glob("*.txt"))
        }
        return {name: (_published_as(name, data), data) for name, data in files.items()} | {
            name: (f"theme/{name}", data) for name, data in texts.items()
        }


def first_script(static: Path) -> str:
    """Return the script, minified, that a page has to wait for: as little as can be."""
    return "\n".join(rjsmin.jsmin(read_text(path)) for path in sorted(static.glob("js/first/*.js")))


def _published_as(name: str, data: bytes) -> str:
    if name.startswith(ROOT):
        return name.removeprefix(ROOT)
    path = PurePosixPath("theme", name)
    digest = hashlib.sha256(data).hexdigest()[:8]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))
