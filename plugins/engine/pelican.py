"""The bulletin's own run of Pelican: its settings and its other generators, our build."""

from __future__ import annotations

import inspect
import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from pelican import Pelican, autoreload, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console
from pelican.plugins._utils import get_namespace_plugins
from pelican.utils import wait_for_changes

from plugins.core.problems import Problem
from plugins.core.text.streams import speak_utf8
from plugins.engine import command
from plugins.engine.build import Look
from plugins.engine.check import check
from plugins.engine.checks.plugins import others_listening, unheard, without_needless
from plugins.engine.checks.setting_types import check_plugins, check_types
from plugins.engine.checks.standings import told_settings
from plugins.engine.checks.theme import check_theme
from plugins.engine.project.project import Project, project_of
from plugins.engine.publish.output import record, walk
from plugins.engine.scan.clock import build_time
from plugins.engine.scan.content_folder import ContentFolder
from plugins.engine.scan.scan import ContentLayout
from plugins.engine.terminal.report import answer_for_pelican
from plugins.engine.terminal.stopped import say_stopped

# Settings files import this, and Pelican looks at paths before it makes a Bulletin.
answer_for_pelican()
speak_utf8()


class Bulletin(Pelican):
    """``PELICAN_CLASS``: what ``pelican`` runs for a bulletin.

    Articles and pages are this package's business; generators of static files and those of
    other plugins are run as Pelican runs them. ``--ignore-cache`` builds everything anew.
    """

    last: ClassVar[Project | None] = None
    """What was built last in this process."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._failed = False
        # Pelican trusts its settings, and its plugins may not be asked before they are there.
        check_types(settings)
        check_theme(Path(settings["THEME"]))
        known = get_namespace_plugins()
        named = known if settings["PLUGINS"] is None else settings["PLUGINS"]
        arguments = sys.argv[1:]
        settings["PLUGINS"], needless = without_needless(named, arguments)
        check_plugins(settings["PLUGINS"], known, settings["PLUGIN_PATHS"])
        told = told_settings(settings, arguments)
        super().__init__(settings)
        project = project_of(self.settings)
        others = others_listening(self.settings["PLUGINS"])
        told += [*needless, *unheard(others, arguments)]
        self.project = replace(project, alone=project.alone and not others, problems=tuple(told))

    def run(self) -> None:
        """Build the site. Raises :class:`BuildFailed` when that can't be done.

        Ctrl+C ends the process: of a build, Pelican would say that all went well.
        """
        if self._failed:
            # Only Pelican's watching mode runs twice, and after a failure it does so at once.
            wait_for_changes("", self.settings)
        self._failed = True
        try:
            command.run(
                self.project,
                _print,
                clean=not self.settings["LOAD_CONTENT_CACHE"],
                verbose=logging.getLogger().isEnabledFor(logging.INFO),
                extra=self._generate,
            )
        except KeyboardInterrupt:
            if _is_watching():
                raise
            sys.exit(say_stopped())
        self._failed = False
        Bulletin.last = self.project
        self._finalize()

    def check(self, look: Look | None = None) -> list[Problem]:
        """Return all that is wrong with the content, and what ``look`` finds; build nothing."""
        return check(self.project, build_time(), self._generate, look)

    def _finalize(self) -> None:
        """Have others do what they do with the finished site, behind the build: the next one finds
        changed what they wrote into, and takes away what they add, before they do it again
        (docs/decisions/0025-*.md)."""
        output, keep = self.project.output, self.project.keep
        self.output_path = str(output)
        before = set() if self.project.alone else set(walk(output, keep))
        signals.finalized.send(self)
        if not self.project.alone:
            record(output, sorted(set(walk(output, keep)) - before))

    def _generate(self, folder: Path) -> None:
        """Run the generators that are not ours, with ``folder`` for the output."""
        self.output_path = str(folder)
        context = self.settings.copy()
        context |= {
            "generated_content": _Sources(self.project.layout),
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


class _Sources(dict[str, None]):
    """The articles and pages, as Pelican asks for them by their paths: they are no static files,
    wherever they stand."""

    def __init__(self, layout: ContentLayout) -> None:
        self._layout = layout

    def __contains__(self, path: object) -> bool:
        layout, file = self._layout, ContentFolder({str(path): (0, 0)}, {}, [])
        return bool(
            file.articles(layout.article_folders, layout.not_articles)
            or file.articles(layout.page_folders, layout.not_pages)
        )


def _is_watching() -> bool:
    """Whether Pelican's watching mode runs this, which Ctrl+C is the way to end. No setting
    says so."""
    return any(caller.function == autoreload.__name__ for caller in inspect.stack(context=0))


def _print(line: str) -> None:
    console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
