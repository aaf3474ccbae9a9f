from __future__ import annotations

import itertools
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from plugins.preview.with_counter import commands_in

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
HELP = (ROOT / "tools/make/help.txt").read_text(encoding="utf-8")
PELICAN = Path(sys.executable).with_name("pelican")
QUICKSTART_TARGETS = [
    *["help", "html", "clean", "regenerate", "publish", "rsync_upload"],
    *["serve", "serve-global", "devserver", "devserver-global"],
]
QUICKSTART_VARIABLES = [
    *["PY", "PELICAN", "PELICANOPTS", "BASEDIR", "INPUTDIR", "OUTPUTDIR", "CONFFILE"],
    *["PUBLISHCONF", "DEBUG", "RELATIVE", "SERVER", "PORT"],
    *["SSH_HOST", "SSH_PORT", "SSH_USER", "SSH_TARGET_DIR"],
]
RECORDER = "import json, sys; print(json.dumps(sys.argv[2:]), file=open(sys.argv[1], 'a'))"


def _write_program(path: Path, command: str) -> None:
    path.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    path.chmod(0o755)


class Recorder:
    """A stand-in for a program, which writes down how it was called."""

    def __init__(self, folder: Path, name: str) -> None:
        self.program = folder / name
        self._record = folder / f"{name}.calls"
        _write_program(
            self.program, f'exec "{sys.executable}" -c "{RECORDER}" "{self._record}" "$@"'
        )

    @property
    def calls(self) -> list[list[str]]:
        if not self._record.exists():
            return []
        return [json.loads(line) for line in self._record.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def pelican(tmp_path: Path) -> Recorder:
    return Recorder(tmp_path, "pelican-stand-in")


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """An environment that make takes for complete: this Python, and the stamps."""
    folder = tmp_path / "venv"
    (folder / "bin").mkdir(parents=True)
    _write_program(folder / "bin" / "python", f'exec "{sys.executable}" "$@"')
    (folder / ".ready-build").touch()
    return folder


def _make(
    venv: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", f"VENV={venv}", *arguments],
        cwd=ROOT,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"} | (environment or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _options(call: list[str]) -> dict[str, str]:
    """Pairs of an option and its value, as far as the options used here have one."""
    return {
        option: value
        for option, value in itertools.pairwise(call)
        if option in {"-s", "-o", "-p", "-b"}
    }


def test_make_alone_helps_in_vietnamese(venv: Path) -> None:
    for arguments in ([], ["help"]):
        done = _make(venv, *arguments)
        assert done.returncode == 0
        assert "dựng trang rồi xem tại http://127.0.0.1:8000" in done.stdout


def test_the_help_lists_every_target_and_every_variable() -> None:
    phony = MAKEFILE[MAKEFILE.index(".PHONY:") + 7 :].replace("\\\n", " ").split()
    assert set(re.findall(r"^  make ([\w-]+) ", HELP, re.MULTILINE)) == set(phony)
    variables = HELP[HELP.index("Biến, viết sau tên lệnh") :]
    settable = re.findall(r"^([A-Z_]+) \?= ", MAKEFILE, re.MULTILINE)
    for variable in {*QUICKSTART_VARIABLES, *settable} - {"BASEDIR", "LOCKOPTS"}:
        assert re.search(rf"\b{variable}\b", variables), variable


@pytest.mark.parametrize("target", QUICKSTART_TARGETS)
def test_every_target_of_quickstart_is_there(venv: Path, target: str) -> None:
    assert _make(venv, "--dry-run", target).returncode == 0


@pytest.mark.parametrize("variable", QUICKSTART_VARIABLES)
def test_every_variable_of_quickstart_is_there(variable: str) -> None:
    assert re.search(rf"^{variable} \??= ?", MAKEFILE, re.MULTILINE)


def test_html_builds_with_the_development_settings(venv: Path, pelican: Recorder) -> None:
    assert _make(venv, "html", f"PELICAN={pelican.program}").returncode == 0
    (call,) = pelican.calls
    assert call[0] == str(ROOT / "content")
    assert _options(call) == {"-s": str(ROOT / "pelicanconf.py"), "-o": str(ROOT / "output")}
    assert "--fatal=errors" in call


def test_import_and_new_take_names_as_they_are(venv: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    text = f"from pelicanconf import *\nPATH = {str(tmp_path)!r}\n"
    settings.write_text(text, encoding="utf-8")
    conf = f"CONFFILE={settings}"
    done = _make(venv, "import", conf, "FILE=bài \"gửi\" 'mai'.docx")
    assert "bài \"gửi\" 'mai'.docx: LỖI: không có tệp này [WORD01]" in done.stdout
    assert _make(venv, "new", conf, 'TITLE=Chợ "phiên"').returncode == 0
    (article,) = tmp_path.glob("articles/*/*/cho-phien/index.md")
    assert article.read_text(encoding="utf-8").startswith('Title: Chợ "phiên"\n')


def test_publish_builds_with_the_production_settings(venv: Path, pelican: Recorder) -> None:
    assert _make(venv, "publish", f"PELICAN={pelican.program}").returncode == 0
    (call,) = pelican.calls
    assert _options(call)["-s"] == str(ROOT / "publishconf.py")
    assert "--fatal=errors" in call


def test_variables_given_to_make_are_honoured(
    venv: Path, pelican: Recorder, tmp_path: Path
) -> None:
    done = _make(
        venv,
        "html",
        f"PELICAN={pelican.program}",
        f"INPUTDIR={tmp_path}/bài viết",
        f"OUTPUTDIR={tmp_path}/trang web",
        "CONFFILE=other.py",
        "PELICANOPTS=--verbose",
        "DEBUG=1",
        "RELATIVE=1",
    )
    assert done.returncode == 0, done.stderr
    (call,) = pelican.calls
    assert call[0] == f"{tmp_path}/bài viết"
    assert _options(call) == {"-s": "other.py", "-o": f"{tmp_path}/trang web"}
    assert {"--verbose", "-D", "--relative-urls"} <= set(call)


def _commands(venv: Path, *arguments: str) -> list[list[str]]:
    """What make would run, a list of words for each command."""
    done = _make(venv, "--dry-run", *arguments)
    assert done.returncode == 0, done.stderr
    return [command for line in done.stdout.splitlines() for command in _divided(shlex.split(line))]


def _divided(words: list[str]) -> list[list[str]]:
    """A line's commands, without the counter that runs beside them."""
    return commands_in(words[5:]) if words[2:3] == ["plugins.preview.with_counter"] else [words]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("serve", "127.0.0.1"),
        ("serve-global", "0.0.0.0"),
        ("devserver", "127.0.0.1"),
        ("devserver-global", "0.0.0.0"),
    ],
)
def test_servers_listen_where_quickstart_has_them(venv: Path, target: str, address: str) -> None:
    last = _commands(venv, target, "PORT=8123", "PELICANOPTS=--verbose")[-1]
    assert _options(last) | {"-b": address, "-p": "8123"} == _options(last)
    if target.startswith("devserver"):
        assert last[2:4] == ["plugins.preview", str(ROOT / "content")]
        assert _options(last)["-s"] == str(ROOT / "pelicanconf.py")
        assert "--verbose" in last
    else:
        assert last[2:4] == ["plugins.preview.serve", str(ROOT / "output")]


def test_serve_builds_before_it_serves(venv: Path) -> None:
    build, serve = _commands(venv, "serve")[-2:]
    assert "--fatal=errors" in build
    assert "plugins.preview.serve" in serve


def test_devserver_keeps_out_of_the_output(venv: Path) -> None:
    words = [word for command in _commands(venv, "devserver") for word in command]
    assert str(ROOT / "output") not in words


def test_the_port_of_serve_is_8000_unless_told(venv: Path) -> None:
    assert _options(_commands(venv, "serve")[-1])["-p"] == "8000"


def test_server_names_the_address_of_the_global_commands(venv: Path) -> None:
    last = _commands(venv, "serve-global", "SERVER=127.0.0.2")[-1]
    assert _options(last)["-b"] == "127.0.0.2"


def test_a_busy_port_is_said_in_vietnamese_before_anything_is_built(
    venv: Path, pelican: Recorder
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = _make(venv, "serve", f"PELICAN={pelican.program}", f"PORT={port}")
    assert done.returncode != 0
    assert f"LỖI: cổng {port} đang được một chương trình khác dùng." in done.stderr
    assert "PORT=" in done.stderr
    assert pelican.calls == []


def test_regenerate_watches_without_serving(venv: Path, pelican: Recorder) -> None:
    assert _make(venv, "regenerate", f"PELICAN={pelican.program}").returncode == 0
    (call,) = pelican.calls
    assert "-r" in call
    assert "-l" not in call


def test_clean_removes_the_output_only(venv: Path, tmp_path: Path) -> None:
    output = tmp_path / "trang web"
    (output / "sub").mkdir(parents=True)
    neighbour = tmp_path / "trang"
    neighbour.touch()
    assert _make(venv, "clean", f"OUTPUTDIR={output}").returncode == 0
    assert not output.exists()
    assert neighbour.exists()
    assert _make(venv, "clean", f"OUTPUTDIR={output}").returncode == 0


def test_numbers_are_fetched_from_the_service_of_production(venv: Path) -> None:
    done = _make(venv, "--dry-run", "numbers")
    assert f'-m plugins.counter.widget.refresh "{ROOT / "publishconf.py"}"' in done.stdout


def test_what_nginx_is_to_say_follows_from_the_settings_of_production(
    venv: Path, tmp_path: Path
) -> None:
    file = tmp_path / "nginx-headers.conf"
    done = _make(venv, "nginx", f"NGINXCONF={file}")
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stdout
    assert "Content-Security-Policy" in file.read_text(encoding="utf-8")


def test_rsync_upload_publishes_first(venv: Path, pelican: Recorder, tmp_path: Path) -> None:
    rsync = Recorder(tmp_path, "rsync")
    done = _make(
        venv,
        "rsync_upload",
        f"PELICAN={pelican.program}",
        "SSH_HOST=may-chu.example",
        "SSH_PORT=2222",
        "SSH_USER=bantin",
        "SSH_TARGET_DIR=/srv/ban tin",
        environment={"PATH": f"{tmp_path}:/usr/local/bin:/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr
    assert _options(pelican.calls[0])["-s"] == str(ROOT / "publishconf.py")
    (call,) = rsync.calls
    assert call[call.index("-e") + 1] == "ssh -p 2222"
    assert "--delete" in call
    filters = [call[i + 1] for i, option in enumerate(call) if option == "--filter"]
    assert filters == ["H /.published", "H /.build*"]
    assert call[-2:] == [f"{ROOT}/output/", "bantin@may-chu.example:/srv/ban tin"]


@pytest.mark.skipif(not shutil.which("rsync"), reason="there is no rsync on this machine")
def test_a_builds_own_notes_are_not_copied_and_go_where_they_were_copied_before(
    venv: Path, tmp_path: Path
) -> None:
    output, server = tmp_path / "ra", tmp_path / "may-chu"
    for name in (".published", ".build.lock", ".build-x/a.html", "index.html", ".nojekyll"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).touch()
    server.mkdir()
    for name in (".published", ".build.lock", "cu.html"):
        (server / name).touch()
    here = tmp_path / "ssh"  # runs on this machine what it was to run on another
    _write_program(here, 'while [ "$1" != rsync ]; do shift; done; exec "$@"')
    done = _make(
        venv,
        "rsync_upload",
        "PELICAN=true",
        f"OUTPUTDIR={output}",
        f"SSH_TARGET_DIR={server}",
        environment={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in server.iterdir()} == {"index.html", ".nojekyll"}


@pytest.mark.parametrize("target", ["html", "publish"])
def test_a_failed_build_has_the_last_word(venv: Path, tmp_path: Path, target: str) -> None:
    failing = tmp_path / "pelican-that-fails"
    _write_program(failing, "echo 'Bản tin chưa được dựng.' >&2; exit 1")
    done = _make(venv, target, f"PELICAN={failing}")
    assert done.returncode != 0
    assert done.stderr == "Bản tin chưa được dựng.\n"


def test_a_build_that_succeeds_ends_with_status_0(venv: Path) -> None:
    for options in ([], ["-s"], ["-k"], ["-j2"]):
        done = _make(venv, "html", "PELICAN=true", *options)
        assert done.returncode == 0
        assert "make" not in done.stdout + done.stderr  # which has nothing to say


def test_a_dry_run_of_a_build_runs_nothing(venv: Path, pelican: Recorder) -> None:
    for target in ("html", "publish"):
        done = _make(venv, "-n", target, f"PELICAN={pelican.program}")
        assert done.returncode == 0
        assert "--fatal=errors" in done.stdout
    assert pelican.calls == []


def test_a_build_among_other_targets_keeps_their_order(venv: Path, pelican: Recorder) -> None:
    output = venv.parent / "ra"
    output.mkdir()
    done = _make(venv, "clean", "html", f"PELICAN={pelican.program}", f"OUTPUTDIR={output}")
    assert done.returncode == 0
    assert not output.exists()
    assert len(pelican.calls) == 1


def test_a_build_sets_itself_up_first(tmp_path: Path, pelican: Recorder) -> None:
    done = _make(tmp_path / "mới", "html", f"PELICAN={pelican.program}", "PY=false")
    assert done.returncode != 0
    assert "LỖI: không tìm thấy Python 3.11 trở lên" in done.stderr
    assert pelican.calls == []


def test_a_failed_build_fails_the_target(venv: Path) -> None:
    assert _make(venv, "html", "PELICAN=false").returncode != 0
    assert _make(venv, "serve", "PELICAN=false", f"PORT={_free_port()}").returncode != 0


def test_a_machine_without_a_suitable_python_is_told_what_to_install(tmp_path: Path) -> None:
    done = _make(tmp_path / "new", "setup", "PY=false")
    assert done.returncode != 0
    assert "LỖI: không tìm thấy Python 3.11 trở lên" in done.stderr
    assert "sudo apt install python3 python3-venv" in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_set_up_is_done_again_when_the_lock_is_newer(venv: Path) -> None:
    assert "pip install" not in _make(venv, "--dry-run", "setup").stdout
    done = _make(venv, "--dry-run", "--what-if=requirements/build.lock", "setup")
    assert "pip install" in done.stdout
    assert "--require-hashes -r requirements/build.lock" in done.stdout


@pytest.mark.parametrize("target", ["html", "publish"])
def test_the_bulletin_is_built(venv: Path, tmp_path: Path, target: str) -> None:
    output = tmp_path / "trang web"
    done = _make(venv, target, f"PELICAN={PELICAN}", f"OUTPUTDIR={output}")
    assert done.returncode == 0, done.stderr
    assert (output / "index.html").is_file()


def test_serve_shows_the_bulletin_with_the_numbers_of_a_counter_of_its_own(
    venv: Path, tmp_path: Path
) -> None:
    port = _free_port()
    command = ["make", "serve", f"VENV={venv}", f"PELICAN={PELICAN}", f"PORT={port}"]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            [*command, f"OUTPUTDIR={tmp_path}/output"],
            cwd=ROOT,
            env={**os.environ, "COUNTER_DATABASE": str(tmp_path / "counter.sqlite3")},
            stdout=log,
            stderr=log,
            start_new_session=True,
        ) as server,
    ):
        try:
            page = _fetch(f"http://127.0.0.1:{port}/", server)
            (endpoint,) = re.findall(r' data-counter="([^"]+)"', page)
            assert json.loads(_fetch(f"{endpoint}stats", server))["total"] == 0
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)
    assert "<!doctype html>" in page
    assert _ends(int(endpoint.split(":")[2].split("/")[0]))


def _fetch(address: str, server: subprocess.Popen[bytes]) -> str:
    """Ask until the server answers; give up when it ends or after two minutes."""
    for _ in range(1200):
        try:
            with urllib.request.urlopen(address, timeout=10) as reply:
                return str(reply.read().decode("utf-8"))
        except urllib.error.URLError:
            assert server.poll() is None, "make serve has ended"
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


def _ends(port: int) -> bool:
    """Whether nothing listens on the port any more: make does not wait for what it stops."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return True
        time.sleep(0.1)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
