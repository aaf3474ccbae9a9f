"""The bulletin's own run of Pelican: its settings and its other generators, our build."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console
from pelican.utils import wait_for_changes

from plugins.build.build import Outcome, build
from plugins.build.clock import build_time
from plugins.build.project import project_of
from plugins.build.report import BuildFailed, hide_traceback, say
from plugins.photos.failure import PhotoError


class Bulletin(Pelican):
    """``PELICAN_CLASS``: what ``pelican`` runs for a bulletin.

    Articles and pages are this package's business; generators of static files and those of
    other plugins are run as Pelican runs them. ``--ignore-cache`` builds everything anew.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self._failed = False
        logging.getLogger("pelican").addFilter(hide_traceback)
        super().__init__(settings)
        self.project = project_of(self.settings)

    def run(self) -> None:
        """Build the site. Raises :class:`BuildFailed` when that can't be done."""
        if self._failed:
            # Only Pelican's watching mode runs twice, and after a failure it does so at once.
            wait_for_changes("", self.settings)
        self._failed = True
        started = time.perf_counter()
        outcome = self._build()
        self._failed = False
        signals.finalized.send(self)
        verbose = logging.getLogger().isEnabledFor(logging.INFO)
        say(outcome, time.perf_counter() - started, _print, verbose=verbose)

    def _build(self) -> Outcome:
        clean = not self.settings["LOAD_CONTENT_CACHE"]
        try:
            return build(self.project, build_time(), clean=clean, extra=self._generate)
        except PhotoError as error:
            raise BuildFailed(f"{error.problem.message}. {error.problem.fix}") from error
        except OSError as error:
            if isinstance(error, TemplateError):
                raise  # the theme's fault, not the disk's
            raise BuildFailed(
                f"Không ghi được trang ({error.strerror}: {error.filename or self.output_path}). "
                "Kiểm tra quyền ghi và chỗ trống của thư mục ấy; trang đang có được giữ nguyên."
            ) from error

    def _generate(self, folder: Path) -> None:
        """Run the generators that are not ours, with ``folder`` for the output."""
        self.output_path = str(folder)
        context = self.settings.copy()
        context |= {
            "generated_content": {},
            "static_links": set(),
            "static_content": {},
            "localsiteurl": self.settings["SITEURL"],
        }
        generators = [
            cls(
                context=context,
                settings=self.settings,
                path=self.path,
                theme=self.theme,
                output_path=self.output_path,
            )
            for cls in self._get_generator_classes()
            if cls not in (ArticlesGenerator, PagesGenerator)
        ]
        for generator in generators:
            if hasattr(generator, "generate_context"):
                generator.generate_context()
        signals.all_generators_finalized.send(generators)
        writer = self._get_writer()
        for generator in generators:
            if hasattr(generator, "generate_output"):
                generator.generate_output(writer)


def _print(line: str) -> None:
    console.print(line, soft_wrap=True, highlight=False)
