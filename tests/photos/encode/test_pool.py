from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from PIL import Image

from plugins.core import checks
from plugins.photos.config import PhotoSettings
from plugins.photos.encode import pool
from plugins.photos.encode.pool import Job
from plugins.photos.encode.produce import Produced, Request, produce
from plugins.photos.model import PhotoProblem
from plugins.photos.store.cache import sweep
from tests.photos.samples import corners, facts_of, save

SETTINGS = PhotoSettings()
COUNT = 12
ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.facts import inspect
from plugins.photos.encode.produce import Request, produce
paths = sorted(Path(sys.argv[2]).iterdir())
asked = [Request(path, inspect(path)) for path in paths]
produce(asked, PhotoSettings(), Path(sys.argv[3]), processes=int(sys.argv[4]))
"""


@pytest.fixture
def asked(tmp_path: Path) -> list[Request]:
    """Return the photos in the folder ``in``, which are some seconds of work."""
    (tmp_path / "in").mkdir()
    paths = [save(tmp_path / "in" / f"{i:02}.jpg", corners(900 + i, 600)) for i in range(COUNT)]
    return [Request(path, facts_of(path)) for path in paths]


def begun(folder: Path, processes: int) -> subprocess.Popen[bytes]:
    """Return a run of :data:`SCRIPT` that has made its first pictures."""
    command = [sys.executable, "-c", SCRIPT, str(ROOT), str(folder / "in"), str(folder / "c")]
    process = subprocess.Popen(
        [*command, str(processes)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not list((folder / "c").rglob("*.avif")) and process.poll() is None:
        time.sleep(0.005)
    return process


def contents(made: Produced) -> dict[str, str]:
    return {url: hashlib.sha256(path.read_bytes()).hexdigest() for url, path in made.files.items()}


def finished(folder: Path) -> list[Path]:
    """Return the pictures in the cache, all of which must be whole."""
    found = [path for path in (folder / "c").rglob("*.*") if path.suffix in (".avif", ".jpeg")]
    for path in found:
        with Image.open(path) as image:
            image.load()
    return found


def goes_on_where_it_stopped(folder: Path, asked: list[Request]) -> bool:
    clean = produce(asked, SETTINGS, folder / "clean")
    return contents(produce(asked, SETTINGS, folder / "c")) == contents(clean)


def test_a_kill_during_encoding_leaves_only_whole_files_and_no_process(
    tmp_path: Path, asked: list[Request]
) -> None:
    process = begun(tmp_path, 2)
    process.kill()
    # The workers hold the pipe too: it ends when they have noticed, and gone.
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    assert finished(tmp_path)
    assert goes_on_where_it_stopped(tmp_path, asked)


@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_stops_and_leaves_only_whole_files(
    tmp_path: Path, asked: list[Request], processes: int
) -> None:
    process = begun(tmp_path, processes)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everyone
    _, errors = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGINT
    assert errors.count(b"Traceback") == 1  # that of the parent, which Pelican's own main catches
    assert errors.rstrip().endswith(b"KeyboardInterrupt")
    assert finished(tmp_path)
    assert len({path.parent for path in finished(tmp_path)}) < COUNT
    assert not list((tmp_path / "c").rglob(".tmp-*"))
    if processes == 2:
        assert goes_on_where_it_stopped(tmp_path, asked)


def test_a_worker_killed_for_want_of_memory_is_a_problem_of_the_machine(
    tmp_path: Path, asked: list[Request]
) -> None:
    killed: list[int | None] = []

    def kill() -> None:
        while not list((tmp_path / "c").rglob("*.avif")):
            time.sleep(0.005)
        worker = multiprocessing.active_children()[0]
        worker.kill()
        killed.append(worker.pid)

    killer = threading.Thread(target=kill)
    killer.start()
    made = produce(asked, SETTINGS, tmp_path / "c", processes=2)
    killer.join()
    assert killed
    assert made.problems
    for problem in made.problems.values():
        assert problem.check == checks.PHOTO_STOPPED
        assert "có thể vì máy hết bộ nhớ" in problem.message
        assert "xuất bản lại" in problem.fix
    assert all(path.is_file() for path in made.files.values())
    assert not multiprocessing.active_children()
    finished(tmp_path)
    assert goes_on_where_it_stopped(tmp_path, asked)
    sweep(tmp_path / "c", made.places, grace=-60)
    assert not list((tmp_path / "c").rglob(".tmp-*"))


def test_a_worker_that_cannot_even_start_is_a_problem_of_the_machine(
    tmp_path: Path, asked: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    made = produce(asked, SETTINGS, tmp_path / "c", processes=2)
    assert len(made.problems) == COUNT
    assert {problem.check for problem in made.problems.values()} == {checks.PHOTO_STOPPED}


def test_each_large_photo_has_a_process_of_its_own_and_the_same_bytes(
    tmp_path: Path, asked: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = produce(asked[:4], SETTINGS, tmp_path / "usual", processes=2)
    started: list[Job] = []
    real = pool._run_in_own_process

    def noted(job: Job, settings: PhotoSettings) -> PhotoProblem | None:
        started.append(job)
        return real(job, settings)

    monkeypatch.setattr(pool, "_LARGE", 901 * 600)
    monkeypatch.setattr(pool, "_run_in_own_process", noted)
    made = produce(asked[:4], SETTINGS, tmp_path / "c", processes=2)
    assert sorted(job.source.name for job in started) == ["02.jpg", "03.jpg"]
    assert contents(made) == contents(usual)
    assert made.encoded == usual.encoded


def test_one_large_photo_is_not_decoded_where_the_articles_are(
    tmp_path: Path, asked: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_LARGE", 1000)
    monkeypatch.setattr(pool, "_here", None)
    made = produce(asked[:1], SETTINGS, tmp_path / "c", processes=2)
    assert made.encoded == len(made.files) > 0
