"""Run commands with a visitor counter of their own beside them.

``python -m plugins.preview.with_counter HOST PORT COMMAND… [--then COMMAND…]`` starts the service
for a site on HOST and PORT, tells the commands its address (``COUNTER_ENDPOINT``), runs them one
after the other as long as all goes well, and ends the service. Without a service they run all the
same. ``COUNTER_DATABASE`` names another file for it than the one in ``.cache``.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.core.text.streams import speak_utf8
from plugins.preview.http.free_port import obstacle

HOST = "127.0.0.1"
PREFERRED_PORT = 8801
"""The same from day to day, if it is free: another address would have all pages rendered again."""
DATABASE = Path(__file__).resolve().parents[2] / ".cache" / "counter.sqlite3"
THEN = "--then"
PATIENCE = 10.0
"""Seconds for the service to start, and to end."""


def commands_in(arguments: Sequence[str]) -> list[list[str]]:
    """Return the commands that ``--then`` divides, in order."""
    commands: list[list[str]] = [[]]
    for argument in arguments:
        if argument == THEN:
            commands.append([])
        else:
            commands[-1].append(argument)
    return commands


@contextmanager
def counter_for(host: str, port: str, database: Path) -> Iterator[str | None]:
    """Run the service while the context lasts; gives its address for pages.

    ``None`` where there is none: it did not start, or the site is for other machines too,
    from which an address of this machine leads nowhere.
    """
    if host != HOST:
        _say("Trang mở cho máy khác cùng xem nên không chạy bộ đếm truy cập.")
        yield None
        return
    database.parent.mkdir(parents=True, exist_ok=True)
    own = _free_port()
    command = [sys.executable, "-m", "plugins.counter", "--host", HOST, "--port", str(own)]
    origins = [f"--origin=http://{name}:{port}" for name in (HOST, "localhost")]
    with subprocess.Popen([*command, "--database", str(database), *origins]) as service:  # noqa: S603 - our own
        try:
            if _answers(service, own):
                yield f"http://{HOST}:{own}/tk/v1/"
            else:
                _say("Không chạy được bộ đếm truy cập; trang vẫn xem được, chỉ thiếu số liệu.")
                yield None
        finally:
            service.terminate()
            try:
                service.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                service.kill()


def run(command: Sequence[str], environment: dict[str, str], caller: int) -> int:
    """Run a command to its end, be it by Ctrl+C, which it gets as we do; return its status.

    It also ends when the process ``caller`` that called us (make) is gone: who killed that one
    means us, too.
    """
    with subprocess.Popen(command, env=environment) as process:  # noqa: S603 - make's own command
        try:
            while True:
                try:
                    status = process.wait(1)
                except subprocess.TimeoutExpired:
                    if os.getppid() != caller:
                        return 128 + signal.SIGTERM
                    continue
                except KeyboardInterrupt:
                    continue
                return status if status >= 0 else 128 - status
        finally:
            process.terminate()


def main(arguments: Sequence[str]) -> int:
    """Do what the module says; return the status of the last command that was run."""
    speak_utf8()
    caller = os.getppid()
    signal.signal(signal.SIGTERM, _leave)
    # A shell may have had it ignored, for us and all that we start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    host, port, *rest = arguments
    status = 0
    try:
        database = Path(os.environ.get("COUNTER_DATABASE", DATABASE))
        with counter_for(host, port, database) as endpoint:
            environment = dict(os.environ)
            if endpoint is not None:
                environment["COUNTER_ENDPOINT"] = endpoint
            for command in commands_in(rest):
                status = run(command, environment, caller)
                if status:
                    break
    except KeyboardInterrupt:  # between two commands
        return 128 + signal.SIGINT
    return status


def _free_port() -> int:
    if obstacle(HOST, str(PREFERRED_PORT)) is None:
        return PREFERRED_PORT
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _answers(service: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the service takes connections before it ends and before patience does."""
    end = time.monotonic() + PATIENCE
    while service.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return True
    return False


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
