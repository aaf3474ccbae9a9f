"""The bulletin as a preview has it: everything shown, in a folder and with a state of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pelican import get_config, init_logging, parse_arguments
from pelican.settings import read_settings

from plugins.engine.build import Outcome
from plugins.engine.checks.setting_types import check_types
from plugins.engine.command import attempt
from plugins.engine.errors import NeedsExtraError
from plugins.engine.pelican import Bulletin
from plugins.engine.project.config import BuildSettings
from plugins.engine.scan.unpublished import waiting
from plugins.preview.workers.messages import Layout


class PreviewRun(Bulletin):
    """The run of Pelican of which ``make devserver`` shows the result."""

    @classmethod
    def of(cls, arguments: list[str]) -> PreviewRun:
        """Return the run for ``pelican``'s command-line arguments. Raises what
        :func:`settings_of` does."""
        return cls(preview_settings(settings_of(arguments)))

    @property
    def layout(self) -> Layout:
        """Where things are."""
        project = self.project
        watched = (project.content, *project.theme_folders)
        return Layout(project.output, project.content, project.theme, watched)

    def update(self, paths: Iterable[Path] | None) -> Outcome:
        """Bring the preview site up to date after ``paths`` changed (``None``: whatever did).

        Raises :class:`plugins.engine.errors.BuildFailed`, and whatever faults of the
        program raise.
        """
        # Generators of others look at all their files: half of the time of a small build.
        if paths is not None and all(path.is_relative_to(self.project.content) for path in paths):
            with suppress(NeedsExtraError):
                return attempt(self.project)
        clean = not self.settings["LOAD_CONTENT_CACHE"]
        outcome = attempt(self.project, clean=clean, extra=self._generate)
        self.settings["LOAD_CONTENT_CACHE"] = True  # --ignore-cache means the first build
        return outcome


def settings_of(arguments: list[str]) -> dict[str, Any]:
    """Return the settings that ``pelican``'s command-line arguments ask for, and have it speak as
    they say.

    Raises whatever a settings file can raise, and :class:`plugins.core.errors.SettingsError`.
    """
    parsed = parse_arguments(arguments)
    init_logging(level=parsed.verbosity)
    settings: dict[str, Any] = read_settings(parsed.settings, override=get_config(parsed))
    check_types(settings)
    return settings


def preview_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return Pelican's ``settings`` with what is different in a preview."""
    cache = Path(settings.get("BUILD", {}).get("cache_dir", BuildSettings.cache_dir)).absolute()
    name = blake2b(f"{settings['PATH']}".encode(), digest_size=6).hexdigest()
    return {
        **settings,
        # Nothing may lead to the published site.
        "SITEURL": "",
        "FEED_DOMAIN": "",
        "RELATIVE_URLS": False,
        "OUTPUT_PATH": str(cache.parent / "preview" / name),
        "DELETE_OUTPUT_DIRECTORY": False,
        "BUILD": {**settings.get("BUILD", {}), "preview": True, "check_publisher": False},
        "JINJA_GLOBALS": {**settings.get("JINJA_GLOBALS", {}), "waiting": waiting},
    }
