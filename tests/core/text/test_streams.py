"""That nobody hears what a command says, or not in its letters, is no failure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

SPEAK = "from plugins.core.text.streams import speak_utf8; import sys; speak_utf8({}); "
ASCII: dict[str, dict[str, str]] = {
    "named ASCII": {"PYTHONIOENCODING": "ascii"},
    "a plain system": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "unbuffered": {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "latin-1:strict"},
}
posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes them")


@contextmanager
def nobody_reading() -> Iterator[int]:
    """Give a pipe's end that nobody reads at the other, as behind ``| head -1``."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        yield writer
    finally:
        os.close(writer)


def run(code: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", SPEAK.format("") + code]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | more, capture_output=True, check=False
    )


@pytest.mark.parametrize("environment", ASCII.values(), ids=ASCII.keys())
def test_vietnamese_is_said_in_utf_8_whatever_the_system_speaks(
    environment: dict[str, str],
) -> None:
    said = ascii("Đã dựng"), ascii("Lỗi\udcff")  # Python reads its command as the system speaks
    done = run(f"print({said[0]}); print({said[1]}, file=sys.stderr)", **environment)
    assert (done.returncode, done.stdout) == (0, "Đã dựng\n".encode())
    assert done.stderr == "Lỗi\\udcff\n".encode()


@pytest.mark.parametrize("buffering", ["", "1"])
def test_who_does_not_listen_is_talked_to_all_the_same(buffering: str) -> None:
    code = "[print('x' * 999, flush=True) for _ in range(99)]; sys.stderr.write('x'); sys.exit(0)"
    command = [sys.executable, "-c", SPEAK.format("") + code]
    environment = os.environ | {"PYTHONUNBUFFERED": buffering}
    with nobody_reading() as pipe:
        assert subprocess.call(command, cwd=ROOT, stdout=pipe, stderr=pipe, env=environment) == 0


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full"])
def test_a_stream_that_is_closed_or_full_is_nobodys_concern(closed: str, tmp_path: Path) -> None:
    file = tmp_path / "mở.txt"
    code = (
        f"file = open({str(file)!r}, 'w'); print('nói' * 9999); sys.stderr.write('kêu');"
        "import subprocess; subprocess.call([sys.executable, '-c', 'print(1)']); file.close()"
    )
    script = f'"$0" -c "$1" {closed}'
    command = ["sh", "-c", script, sys.executable, SPEAK.format("") + code]
    assert subprocess.call(command, cwd=ROOT) == 0
    assert file.read_bytes() == b""  # what is said goes into no file that happened to be opened


def test_what_a_command_is_run_for_must_arrive() -> None:
    command = [sys.executable, "-c", SPEAK.format("must_arrive=True") + "print('1,2', flush=True)"]
    with nobody_reading() as pipe:
        status = subprocess.call(command, cwd=ROOT, stdout=pipe, stderr=subprocess.DEVNULL)
    assert status != 0


# The commands beside the build: that is tests/site/test_unheard.py


COMMANDS = {
    "nginx": ["plugins.engine.publish.nginx", "publishconf.py", "{}/nginx.conf"],
    "indexnow": ["plugins.engine.publish.indexnow", "publishconf.py"],
    "the counter's help": ["plugins.counter", "--help"],
    "the counter's total": ["plugins.counter", "import-total", "7", "--as-of", "2020-01-31"],
    "a free port": ["plugins.preview.http.free_port", "127.0.0.1", "0"],
    "the numbers": ["plugins.counter.widget.refresh", "pelicanconf.py"],
    "something with a counter": ["plugins.preview.with_counter", "0.0.0.0", "1", "true"],
}
STATUS = {"a free port": 1}  # it is none


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_ends_as_it_went_whoever_listens(name: str, tmp_path: Path) -> None:
    module, *arguments = (word.format(tmp_path) for word in COMMANDS[name])
    environment = os.environ | ASCII["a plain system"]
    environment["COUNTER_DATABASE"] = str(tmp_path / "đếm.sqlite3")
    environment["COUNTER_ENDPOINT"] = ""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == STATUS.get(name, 0), done.stderr
    (done.stdout + done.stderr).decode()
    if name == "the counter's help":
        return
    with nobody_reading() as pipe:
        again = subprocess.call(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe)
    assert again == STATUS.get(name, 0)
