"""Everything the desk consists of, put together for one project."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from plugins.core.settings import load_settings
from plugins.desk.web.accounts.sessions import Sessions
from plugins.desk.web.accounts.throttle import Throttle
from plugins.desk.web.accounts.users import Users
from plugins.desk.web.config import DeskSettings
from plugins.desk.web.newsroom import Newsroom
from plugins.desk.web.preview.service import Previews
from plugins.desk.web.store.database import Database
from plugins.desk.web.store.drafts import Drafts
from plugins.desk.web.store.journal import Journal
from plugins.engine.project.project import Project, read_project


@dataclass
class Desk:
    """The parts of a desk. ``settings_file`` is the one that the site is built with."""

    settings_file: str
    project: Project
    settings: DeskSettings
    database: Database
    users: Users = field(init=False)
    sessions: Sessions = field(init=False)
    throttle: Throttle = field(init=False)
    journal: Journal = field(init=False)
    drafts: Drafts = field(init=False)
    newsroom: Newsroom = field(init=False)
    previews: Previews = field(init=False)

    def __post_init__(self) -> None:
        self.users = Users(self.database)
        self.sessions = Sessions(self.database)
        self.throttle = Throttle(self.database)
        self.journal = Journal(self.database)
        self.drafts = Drafts(self.database)
        self.newsroom = Newsroom(self.project)
        project = self.project
        arguments = [str(project.content), "-o", str(project.output), "-s", self.settings_file]
        self.previews = Previews(arguments)

    @property
    def data(self) -> Path:
        """The folder of what the desk keeps."""
        return self.database.file.parent

    @property
    def incoming(self) -> Path:
        """The folder of files that are being sent."""
        return self.data / "incoming"

    def photos_of(self, number: str) -> Path:
        """Return the folder of a draft's photos that the content folder does not have yet."""
        return self.data / "photos" / number

    def close(self) -> None:
        """End all processes and leave the database."""
        self.previews.end()
        self.database.close()


def open_desk(settings_file: str) -> Desk:
    """Return the desk of the project that a settings file describes.

    Raises :class:`plugins.core.problems.ProblemError`, which says what is wrong there,
    ``sqlite3.DatabaseError`` and ``OSError``.
    """
    project = read_project(settings_file)
    settings = _settings(project)
    database = Database(Path(settings.data_dir).absolute() / "desk.sqlite3")
    return Desk(settings_file, project, settings, database)


def data_folder(settings_file: str) -> Path:
    """Return where the desk of a project keeps what it has. Raises
    :class:`plugins.core.problems.ProblemError`."""
    return Path(_settings(read_project(settings_file)).data_dir).absolute()


def _settings(project: Project) -> DeskSettings:
    return load_settings(DeskSettings, "DESK", project.variables.get("DESK", {}))
