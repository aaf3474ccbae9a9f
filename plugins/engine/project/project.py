"""Everything besides files that decides what the site looks like, as plain data."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.articles.config import ArticleSettings
from plugins.core.article import FOLDERS
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem, ProblemError
from plugins.core.settings import load_settings
from plugins.counter.widget.block import CounterSettings
from plugins.engine.checks.setting_types import check_types, settings_fault
from plugins.engine.checks.settings import check_publishing, ignored_names
from plugins.engine.project.config import FEED_FORMATS, BuildSettings, Site
from plugins.engine.project.doubles import with_doubles
from plugins.engine.scan.scan import ContentLayout
from plugins.photos.config import PhotoSettings
from plugins.proofreading.config import ProofreadingSettings

# What says how a build runs or speaks, but not what comes of it. The counter's block is looked
# at by itself (plugins/engine/project/fingerprints.py): of an article it says nothing.
_NO_OUTPUT = frozenset(
    {
        "BIND",
        "CACHE_CONTENT",
        "CACHE_PATH",
        "COUNTER",
        "DEBUG",
        "DELETE_OUTPUT_DIRECTORY",
        "DESK",
        "LOAD_CONTENT_CACHE",
        "LOG_FILTER",
        "OUTPUT_RETENTION",
        "PORT",
    }
)

# Pelican's own machinery, which this package has no use for.
_OBJECTS = frozenset({"PAGINATION_PATTERNS", "PELICAN_CLASS"})


@dataclass(frozen=True)
class Project:
    """Where things are, and all settings. ``variables`` are Pelican's settings, which
    templates may use; ``jinja`` the arguments and additions for Jinja's environment.
    Folders are absolute, but those of the content folder relative to it. ``alone`` says that nobody
    but this package and Pelican's static files adds to the site or changes it; ``problems`` is
    what is wrong with the settings and stops no build."""

    content: Path
    output: Path
    theme: Path
    state: Path
    article_folders: tuple[str, ...]
    not_articles: tuple[str, ...]
    page_folders: tuple[str, ...]
    not_pages: tuple[str, ...]
    ignored: tuple[str, ...]
    addresses: dict[str, str]
    markdown: dict[str, Any]
    articles: ArticleSettings
    build: BuildSettings
    counter: CounterSettings
    photos: PhotoSettings
    proofreading: ProofreadingSettings
    site: Site
    variables: dict[str, Any]
    static_folders: tuple[str, ...]
    delete: bool
    keep: tuple[str, ...]
    alone: bool
    problems: tuple[Problem, ...] = ()

    @property
    def layout(self) -> ContentLayout:
        """The content folder, for who walks through it."""
        return ContentLayout(
            self.content,
            self.article_folders,
            self.not_articles,
            self.page_folders,
            self.static_folders,
            self.build.trust_times,
            self.not_pages,
            self.ignored,
        )

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """Where the theme's files are: the theme, and what stands in for templates of it."""
        overrides = self.variables.get("THEME_TEMPLATES_OVERRIDES", ())
        return self.theme, *(Path(folder).absolute() for folder in overrides)

    @property
    def siteurl(self) -> str:
        """What stands before every address: empty, or the site's own without a slash."""
        return str(self.variables["SITEURL"])

    @property
    def root_path(self) -> str:
        """What of the site's address stands before every path on its host, without a slash at its
        end: empty, or as ``/name``."""
        return urlsplit(self.siteurl).path.rstrip("/")

    @property
    def public_url(self) -> str:
        """The site's address without a slash, for what is read elsewhere; empty if unknown."""
        return self.siteurl or self.site.url

    @property
    def feed_length(self) -> int:
        """How many articles a feed holds."""
        return int(self.variables["FEED_MAX_ITEMS"])

    def feeds(self, of_all: bool) -> dict[str, str]:
        """Return the addresses of feeds by format: of all articles, or of a category."""
        prefix = "FEED_ALL" if of_all else "CATEGORY_FEED"
        names = {each: f"{prefix}_{each.upper()}" for each in FEED_FORMATS}
        named = {each: self.variables.get(name) for each, name in names.items()}
        return {each: str(pattern) for each, pattern in named.items() if pattern}

    @property
    def photo_cache(self) -> Path:
        """The absolute folder of finished derivatives."""
        return Path(self.photos.cache_dir).absolute()

    @property
    def search_database(self) -> Path | None:
        """The absolute file of articles for a search on a server, if there is to be one: a preview
        has articles that are not out."""
        name = "" if self.build.preview else self.build.search_database
        return Path(name).absolute() if name else None

    @property
    def bytecode_cache(self) -> Path:
        """The absolute folder of compiled templates."""
        return self.state.with_suffix(".templates")

    def digest(self) -> str:
        """Return a text that differs whenever a setting that decides the output does."""
        decisive = {k: v for k, v in self.variables.items() if k not in _NO_OUTPUT}
        return repr(_canonical([decisive, self.markdown, self.content, self.theme, self.alone]))


def project_of(settings: Mapping[str, Any]) -> Project:
    """Return the project that Pelican's ``settings`` describe.

    Raises :class:`plugins.core.errors.SettingsError` for an unknown key or a wrong value.
    """
    check_types(settings)
    _check_feed_length(settings["FEED_MAX_ITEMS"])
    check_publishing(settings)
    build = load_settings(BuildSettings, "BUILD", with_doubles(settings, "BUILD"))
    output = Path(settings["OUTPUT_PATH"]).absolute()
    content = Path(settings["PATH"]).absolute()
    theme = Path(settings["THEME"]).absolute()
    site = load_settings(Site, "SITE", settings.get("SITE", _site(settings)))
    markdown = deepcopy(dict(settings["MARKDOWN"]))  # Pelican's own reader adds to it
    # However the command names them: another name is no other site.
    folders = {"PATH": str(content), "OUTPUT_PATH": str(output), "THEME": str(theme)}
    variables = {k: v for k, v in settings.items() if k not in _OBJECTS}
    return Project(
        content=content,
        output=output,
        theme=theme,
        state=state_file(Path(build.cache_dir), content, output),
        article_folders=_inside(settings["ARTICLE_PATHS"]),
        not_articles=_inside(settings["ARTICLE_EXCLUDES"]),
        page_folders=_inside(settings["PAGE_PATHS"]),
        not_pages=_not_pages(settings),
        ignored=ignored_names(settings),
        addresses={
            "article": settings["ARTICLE_URL"],
            "page": settings["PAGE_URL"],
            **{kind: f"{folder}/{{slug}}/" for kind, folder in FOLDERS.items()},
        },
        markdown=markdown,
        articles=_articles(settings, build),
        build=build,
        counter=load_settings(CounterSettings, "COUNTER", settings.get("COUNTER", {})),
        photos=load_settings(PhotoSettings, "PHOTOS", settings.get("PHOTOS", {})),
        proofreading=_proofreading(settings, site),
        site=site,
        variables=variables | {"MARKDOWN": markdown} | folders,
        static_folders=_inside(settings["STATIC_PATHS"]),
        delete=bool(settings["DELETE_OUTPUT_DIRECTORY"]) and not content.is_relative_to(output),
        keep=tuple(settings["OUTPUT_RETENTION"]),
        alone=not settings["TEMPLATE_PAGES"]
        and all(str(name).startswith("plugins.") for name in settings["PLUGINS"] or ()),
    )


def read_project(settings_file: str) -> Project:
    """Return the project that a settings file describes, for commands beside the build.

    Raises :class:`plugins.core.problems.ProblemError`, which says what is wrong there.
    """
    from pelican.settings import read_settings  # slow to import

    try:
        return project_of(read_settings(settings_file))
    except Exception as error:  # a settings file is a program: anything
        raise ProblemError([settings_fault(error, ["-s", settings_file])]) from error


def _site(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return who the bulletin is where only Pelican's own settings say it."""
    return {"name": settings["SITENAME"], "url": settings["SITEURL"]}


def _proofreading(settings: Mapping[str, Any], site: Site) -> ProofreadingSettings:
    """Return what rules know of the newsroom: what it is called they need not be told twice."""
    loaded = load_settings(ProofreadingSettings, "PROOFREADING", settings.get("PROOFREADING", {}))
    publisher = site.publisher
    names = (site.name, publisher.organisation, publisher.governing_body, *loaded.own_outlets)
    return replace(loaded, own_outlets=tuple(name for name in names if name))


def _articles(settings: Mapping[str, Any], build: BuildSettings) -> ArticleSettings:
    """Return how articles are read: with all categories, those of the menu first."""
    articles = load_settings(ArticleSettings, "ARTICLES", with_doubles(settings, "ARTICLES"))
    categories = (*build.navigation, *articles.categories)
    if categories:
        categories = tuple(dict.fromkeys((*categories, articles.default_category)))
    elif articles.closed_categories:
        raise SettingsError(
            "ARTICLES['closed_categories']",
            "cần một danh sách chuyên mục",
            "Ghi nó vào ARTICLES['categories'] hoặc BUILD['navigation'].",
        )
    return replace(articles, categories=categories)


def _not_pages(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the folders in those of static pages that hold none (``PAGE_EXCLUDES``).

    Pelican adds the folders of articles to what the settings file says, and takes them for
    excluded only where they lie in one of pages: ``""`` does not exclude everything.
    """
    folders = [f"{folder}/" if folder else "" for folder in _inside(settings["PAGE_PATHS"])]
    excluded = _inside(settings.get("PAGE_EXCLUDES", ()))
    return tuple(one for one in excluded if any(one.startswith(it) and one != it for it in folders))


def _inside(folders: Iterable[str]) -> tuple[str, ...]:
    """Return folders of the content folder without "./" and slashes at their ends."""
    names = (posixpath.normpath(folder).strip("/") for folder in folders)
    return tuple("" if name == "." else name for name in names)


def _check_feed_length(value: Any) -> None:
    """Raise :class:`SettingsError` for a feed of no articles: it is not written, but linked to."""
    with suppress(TypeError, ValueError, OverflowError):
        if int(value) >= 1:
            return
    raise SettingsError(
        "FEED_MAX_ITEMS",
        f"phải là một số từ 1 trở lên, không phải {value!r}",
        "Ghi một số từ 1 trở lên.",
    )


def state_file(cache_dir: Path, content: Path, output: Path) -> Path:
    """Return where the state of what ``content`` became in ``output`` is kept."""
    from hashlib import blake2b

    name = blake2b(f"{content}\0{output}".encode(), digest_size=6).hexdigest()
    return cache_dir.absolute() / f"{name}.sqlite"


def _canonical(value: Any) -> Any:
    """Return ``value`` in a form whose ``repr`` is the same in every process."""
    if isinstance(value, Mapping):
        return sorted((str(key), _canonical(each)) for key, each in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(repr(_canonical(each)) for each in value)
    if isinstance(value, (list, tuple)):
        return [_canonical(each) for each in value]
    if name := getattr(value, "__qualname__", None):
        module = str(getattr(value, "__module__", ""))
        return f"{module}.{name} {_source(module)}"
    return value if isinstance(value, (str, int, float, bool, bytes)) else str(value)


def _source(module: str) -> str:
    """Return what differs when a function's module does: a filter in a settings file."""
    from hashlib import blake2b

    file = getattr(sys.modules.get(module), "__file__", None)
    try:
        return blake2b(Path(file).read_bytes(), digest_size=16).hexdigest() if file else ""
    except OSError:  # part of an archive
        return ""
