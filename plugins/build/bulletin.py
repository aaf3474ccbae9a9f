"""The bulletin's own run of Pelican: read all, report all, plan, render, then publish."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console
from pelican.utils import wait_for_changes

from plugins.articles.text import normalise
from plugins.build.assets import Assets
from plugins.build.clock import build_time
from plugins.build.config import BuildSettings, Site
from plugins.build.environment import FILTERS, load_strings, vi_number
from plugins.build.feeds import BulletinWriter
from plugins.build.generators import BulletinArticlesGenerator, BulletinPagesGenerator
from plugins.build.identity import missing_identity
from plugins.build.plan import PlannedPage, navigation, plan_scheduled, plan_site
from plugins.build.plan_problems import links_to_unpublished, shared_addresses
from plugins.build.report import BuildFailed, hide_traceback, report
from plugins.build.staging import Published, commit, staging_folder
from plugins.photos import (
    Photo,
    PhotoError,
    PhotoLibrary,
    PhotoSettings,
    Produced,
    Request,
    SourceIndex,
    produce,
    publish,
    sweep,
)
from plugins.problems import Problem
from plugins.settings import load_settings


class Bulletin(Pelican):
    """``PELICAN_CLASS``: what ``pelican`` runs for a bulletin.

    Differs from Pelican's own run in that nothing is written unless everything was read,
    every page comes from one plan, and the output folder is changed only at the end.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.build_settings = load_settings(BuildSettings, "BUILD", settings.get("BUILD", {}))
        self.site = load_settings(Site, "SITE", settings["SITE"])
        self.photo_settings = load_settings(PhotoSettings, "PHOTOS", settings.get("PHOTOS", {}))
        self._failed = False
        settings["JINJA_FILTERS"] = {**FILTERS, **settings["JINJA_FILTERS"]}
        logging.getLogger("pelican").addFilter(hide_traceback)
        super().__init__(settings)

    def run(self) -> None:
        """Build the site. Raises :class:`BuildFailed` when that can't be done."""
        if self._failed:
            # Only Pelican's watching mode runs twice, and after a failure it does so at once.
            wait_for_changes("", self.settings)
        self._failed = True
        started = time.perf_counter()
        self.settings["BUILD_TIME"] = build_time()
        output = Path(self.settings["OUTPUT_PATH"])
        try:
            with staging_folder(output) as staged:
                generators, plan, photos = self._build(staged)
                new_photos = publish(photos.files, output)
                published = commit(
                    staged,
                    output,
                    beside=photos.files,
                    new_beside=new_photos,
                    delete=self.delete_outputdir and not self._holds_content(output),
                    keep=tuple(self.output_retention),
                )
        except TemplateNotFound:
            raise  # an OSError, too, but the theme's fault
        except OSError as error:
            raise BuildFailed(
                f"Không ghi được trang ({error.strerror}: {error.filename or output}). "
                "Kiểm tra quyền ghi và chỗ trống của thư mục ấy; trang đang có được giữ nguyên."
            ) from error
        except PhotoError as error:
            raise BuildFailed(f"{error.problem.message}. {error.problem.fix}") from error
        sweep(Path(self.photo_settings.cache_dir).absolute(), photos.places)
        self._failed = False
        _say(generators[0], len(plan), published, time.perf_counter() - started)

    def _build(self, staged: Path) -> tuple[list[Any], list[PlannedPage], Produced]:
        """Read everything and write the site into ``staged``."""
        self.output_path = str(staged)
        generators = self._read()
        articles, pages = generators[0], generators[1]
        plan = list(
            plan_site(
                articles.catalogue,
                articles.hidden_articles,
                [*pages.pages, *pages.hidden_pages],
                self.build_settings,
            )
        )
        report(self._problems(generators, plan))
        photos = self._produce(plan)
        self._render(plan, generators, staged)
        signals.finalized.send(self)
        return generators, plan, photos

    def _read(self) -> list[Any]:
        """Return the generators, with all content read."""
        cache = Path(self.photo_settings.cache_dir).absolute()
        self._index = SourceIndex(cache, trust_times=self.photo_settings.trust_times)
        self.settings["PHOTO_LIBRARY"] = PhotoLibrary(
            Path(self.path).absolute(), self.photo_settings, self._index
        )
        context = self.settings.copy()
        context["generated_content"] = {}
        context["static_links"] = set()
        context["static_content"] = {}
        context["localsiteurl"] = self.settings["SITEURL"]
        generators = [
            cls(
                context=context,
                settings=self.settings,
                path=self.path,
                theme=self.theme,
                output_path=self.output_path,
            )
            for cls in self._get_generator_classes()
        ]
        for generator in generators:
            if hasattr(generator, "generate_context"):
                generator.generate_context()
        signals.all_generators_finalized.send(generators)
        return generators

    def _problems(self, generators: list[Any], plan: list[PlannedPage]) -> Iterator[Problem]:
        for generator in generators:
            yield from getattr(generator, "problems", [])
        # An address that is taken when the time comes would stop a build nobody watches.
        yield from shared_addresses([*plan, *plan_scheduled(generators[0].scheduled)])
        yield from links_to_unpublished(plan)
        if self.build_settings.check_publisher:
            yield from missing_identity(self.site)

    def _produce(self, plan: list[PlannedPage]) -> Produced:
        """Make the pictures that the planned pages show. Raises :class:`BuildFailed`."""
        self._index.save()
        shown = [page.variables[page.kind] for page in plan if page.kind in ("article", "page")]
        photos = [(photo, one) for one in shown for photo in one.photos]
        leading = [one.lead_photo for one in shown if one.lead_photo]
        requests = [Request(photo.source, photo.facts) for photo, _ in photos]
        requests += [Request(photo.source, photo.facts, lead=True) for photo in leading]
        cache = Path(self.photo_settings.cache_dir).absolute()
        made = produce(requests, self.photo_settings, cache)
        report(_photo_problems(photos, made))
        return made

    def _render(self, plan: list[PlannedPage], generators: list[Any], staged: Path) -> None:
        """Write everything into ``staged``."""
        articles: BulletinArticlesGenerator = generators[0]
        writer = BulletinWriter(str(staged), settings=self.settings)
        assets = Assets(Path(self.theme) / "static")
        context = articles.context
        context["SITE"] = self.site
        context["t"] = load_strings(Path(self.theme))
        context["assets"] = assets
        context["nav"] = navigation(articles.catalogue, self.build_settings.navigation)
        context["term_lists"] = [page for page in plan if page.kind == "terms"]
        for page in plan:
            writer.write_file(
                page.save_as,
                articles.get_template(page.template),
                context,
                relative_urls=self.settings["RELATIVE_URLS"],
                paginated={},
                page_url=page.url,
                page_kind=page.kind,
                **page.variables,
            )
        articles.categories = list(articles.catalogue.listed["category"].items())
        articles.generate_feeds(writer)
        for generator in generators[2:]:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)
        for name, data in assets.files():
            _target(staged, name).write_bytes(data)
        shown = [page.variables.get("article") or page.variables.get("page") for page in plan]
        files = {file.url: file for one in shown if one for file in one.attachments}
        for url, file in files.items():
            shutil.copyfile(file.source, _target(staged, url))

    def _get_generator_classes(self) -> list[type]:
        ours = {
            ArticlesGenerator: BulletinArticlesGenerator,
            PagesGenerator: BulletinPagesGenerator,
        }
        return [ours.get(cls, cls) for cls in super()._get_generator_classes()]

    def _holds_content(self, output: Path) -> bool:
        return Path(self.path).resolve().is_relative_to(output.resolve())


def _photo_problems(photos: Iterable[tuple[Photo, Any]], made: Produced) -> Iterator[Problem]:
    """Yield what is wrong with photos, at the line of each article that shows them."""
    for photo, article in photos:
        name = normalise(article.relative_source_path)
        if problem := made.problems.get(photo.source):
            message = f"ảnh “{photo.name}”: {problem.message}"
            yield Problem(name, photo.line, message, problem.fix)
        if warning := made.warnings.get(photo.source):
            message = f"ảnh “{photo.name}”: {warning.message}"
            yield Problem(name, photo.line, message, warning.fix, level="warning")


def _target(staged: Path, name: str) -> Path:
    path = staged / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _say(
    articles: BulletinArticlesGenerator, pages: int, published: Published, seconds: float
) -> None:
    took = f"{seconds:.2f}".replace(".", ",")
    console.print(
        f"Đã dựng {vi_number(len(articles.articles))} bài thành {vi_number(pages)} trang: "
        f"{vi_number(published.written)} tệp viết lại, "
        f"{vi_number(published.files - published.written)} giữ nguyên, "
        f"{vi_number(published.deleted)} xóa, {took} giây.",
        soft_wrap=True,
    )
    waiting = [(len(articles.drafts), "bản nháp"), (len(articles.scheduled), "bài hẹn giờ")]
    if notes := [f"{number} {what}" for number, what in waiting if number]:
        console.print(f"Chưa đăng: {', '.join(notes)}.")
