from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from pelicanconf import COUNTER, PHOTOS

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
TRIGGERS: dict[str, Any] = WORKFLOW[True]  # YAML 1.1 reads the key "on" as true
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
COMMANDS = [step["run"] for step in STEPS if "run" in step]


def _commands(job: str) -> list[str]:
    return [step["run"] for step in JOBS[job]["steps"] if "run" in step]


def _actions(job: str) -> list[str]:
    return [step["uses"].split("@")[0] for step in JOBS[job]["steps"] if "uses" in step]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_step_is_a_target_of_make(command: str) -> None:
    make, target = command.split()
    assert make == "make"
    done = subprocess.run(
        [make, "--dry-run", target], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    help_text = (ROOT / "tools/make/help.txt").read_text(encoding="utf-8")
    assert re.search(rf"^  {command} ", help_text, re.MULTILINE)


def test_a_pull_request_is_linted_tested_and_built_and_not_deployed() -> None:
    assert "pull_request" in TRIGGERS
    assert "pull_request_target" not in TRIGGERS
    assert "pull_request'" in JOBS["check"]["if"]
    assert _commands("check") == ["make lint", "make test", "make html"]
    assert "!= 'pull_request'" in JOBS["build"]["if"]


def test_a_push_to_main_and_the_schedule_publish() -> None:
    assert TRIGGERS["push"] == {"branches": ["main"]}
    assert TRIGGERS["schedule"]
    assert _commands("build") == ["make numbers", "make publish"]
    assert "actions/upload-pages-artifact" in _actions("build")
    assert JOBS["deploy"]["needs"] == "build"
    assert _actions("deploy") == ["actions/deploy-pages"]


def test_what_is_uploaded_is_what_make_publish_writes() -> None:
    upload = next(step for step in STEPS if "upload-pages-artifact" in step.get("uses", ""))
    dry = subprocess.run(
        ["make", "--dry-run", "publish"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert f'-o "{ROOT / upload["with"]["path"]}"' in dry.stdout


def test_a_builds_own_notes_are_not_uploaded() -> None:
    (upload,) = (step for step in STEPS if "upload-pages-artifact" in step.get("uses", ""))
    # From version 4 on, names that begin with a dot stay behind (".published", ".build.lock");
    # an option of version 5 would take them along.
    (major,) = re.findall(r"upload-pages-artifact@\w+ # v(\d+)\.", TEXT)
    assert int(major) >= 4
    assert upload["with"].keys() == {"path"}


def test_the_site_is_built_for_the_address_at_which_it_is_deployed() -> None:
    publish = next(step for step in JOBS["build"]["steps"] if step.get("run") == "make publish")
    assert publish["env"]["SITEURL"] == "${{ steps.pages.outputs.base_url }}"
    assert any(step.get("id") == "pages" for step in JOBS["build"]["steps"])


def test_pages_ask_no_counter_unless_the_repository_names_one() -> None:
    publish = next(step for step in JOBS["build"]["steps"] if step.get("run") == "make publish")
    assert publish["env"]["COUNTER_ENDPOINT"] == "${{ vars.COUNTER_ENDPOINT }}"


def test_the_last_known_numbers_are_fetched_before_pages_are_built_and_kept_for_next_time() -> None:
    steps = JOBS["build"]["steps"]
    publish = next(i for i, step in enumerate(steps) if step.get("run") == "make publish")
    numbers = next(i for i, step in enumerate(steps) if step.get("run") == "make numbers")
    of_counter = [i for i, step in enumerate(steps) if "counter.json" in str(step.get("with"))]
    restore, save = of_counter
    assert restore < numbers < publish < save
    assert steps[numbers]["env"] == steps[publish]["env"], "they are those of the pages' service"
    assert steps[numbers]["if"] == "vars.COUNTER_ENDPOINT != ''"
    assert "cache/restore@" in steps[restore]["uses"]
    assert "cache/save@" in steps[save]["uses"]
    for step in (steps[restore], steps[save]):
        assert str(ROOT / step["with"]["path"]) == COUNTER["known"]
    # No state is called so: the newest that begins with the prefix is taken.
    options = steps[restore]["with"]
    assert (options["key"], options["restore-keys"]) == ("counter", "counter-")
    assert steps[save]["with"]["key"] == "counter-${{ hashFiles('counter.json') }}"


def test_a_service_that_does_not_answer_stops_no_pages() -> None:
    numbers = next(step for step in STEPS if step.get("run") == "make numbers")
    assert numbers["continue-on-error"] is True


def test_the_schedule_covers_a_day_in_vietnam_every_quarter_of_an_hour() -> None:
    hours = set()
    for entry in TRIGGERS["schedule"]:
        minute, span, *rest = entry["cron"].split()
        assert (minute, rest) == ("*/15", ["*", "*", "*"])
        first, last = map(int, span.split("-"))
        hours |= {(hour + 7) % 24 for hour in range(first, last + 1)}
    assert hours == set(range(5, 23))


def test_permissions_are_the_least_that_work() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    for step in STEPS:
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_actions_are_pinned_to_a_commit_with_its_version_beside_it() -> None:
    lines = re.findall(r"uses: (.*)", TEXT)
    assert len(lines) == sum("uses" in step for step in STEPS)
    for line in lines:
        assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_what_is_downloaded_is_cached_by_a_lock_that_is_there() -> None:
    set_ups = [step["with"] for step in STEPS if "setup-python" in step.get("uses", "")]
    assert set_ups
    for options in set_ups:
        assert options["cache"] == "pip"
        assert (ROOT / options["cache-dependency-path"]).is_file()


def test_finished_photos_come_from_the_last_build_and_new_ones_are_always_kept() -> None:
    for job, command in (("check", "make test"), ("build", "make publish")):
        steps = JOBS[job]["steps"]
        restore = next(i for i, step in enumerate(steps) if "cache/restore" in str(step))
        assert restore < next(i for i, step in enumerate(steps) if step.get("run") == command)
        options = steps[restore]["with"]
        # No state is called so: the newest that begins with the prefix is taken.
        assert (options["key"], options["restore-keys"]) == ("photos", "photos-")
        assert str(ROOT / options["path"]) == PHOTOS["cache_dir"]
    steps = JOBS["build"]["steps"]
    save = next(i for i, step in enumerate(steps) if "cache/save" in str(step))
    assert save > next(i for i, step in enumerate(steps) if step.get("run") == "make publish")
    options = steps[save]["with"]
    assert str(ROOT / options["path"]) == PHOTOS["cache_dir"]
    assert options["key"].startswith("photos-${{ hashFiles('.cache/photos/*/*/*', ")


def test_only_one_deployment_runs_and_none_is_broken_off() -> None:
    assert JOBS["deploy"]["concurrency"]["cancel-in-progress"] is False
    assert JOBS["build"]["concurrency"]["cancel-in-progress"] is True
