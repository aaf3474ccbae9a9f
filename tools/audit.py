"""``make audit-dependencies``: is a fault known of a package that is pinned here?

Two databases are asked: PyPI's, by pip-audit, for each of ``requirements/*.lock``, and npm's for
each ``package-lock.json``. Status 1: a fault is known. Where a database does not answer, that is
said, and is no failure: nobody's pull request waits for another's server.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NPM = ("tests/html", "benchmarks/quality")


class UnansweredError(Exception):
    """A database did not answer, or not of every package."""


def main() -> int:
    """Print what is known of every package; return the exit status."""
    status = 0
    bin_ = Path(sys.executable).parent
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        command = [str(bin_ / "pip-audit"), "--disable-pip", "--require-hashes", "-r", str(lock)]
        command += ["--progress-spinner", "off", "--format", "json"]
        status |= _tell(lock.relative_to(ROOT), command, ROOT, of_pip)
    for folder in NPM:
        command = [str(bin_ / "npm"), "audit", "--json"]
        status |= _tell(Path(folder, "package-lock.json"), command, ROOT / folder, of_npm)
    return status


def _tell(lock: Path, command: list[str], folder: Path, read: Any) -> int:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    try:
        found = list(read(done.stdout))
    except UnansweredError as error:
        print(f"{lock}: không hỏi được cơ sở dữ liệu lỗ hổng ({error}), nên CHƯA soát.")
        return 0
    for each in found:
        print(f"{lock}: {each}")
    if not found:
        print(f"{lock}: không có gói nào có lỗ hổng đã biết.")
    return int(bool(found))


def of_pip(answer: str) -> Iterator[str]:
    """Yield the faults in what ``pip-audit --format json`` answered.

    Raises :class:`UnansweredError`; also where some packages were unknown, of which pip-audit says
    that all is well.
    """
    packages = _object(answer).get("dependencies")
    if not packages:
        raise UnansweredError("không có câu trả lời")
    found = [each for each in packages if each.get("vulns")]
    for each in found:
        known = ", ".join(fault["id"] for fault in each["vulns"])
        yield f"{each['name']} {each['version']}: {known}"
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    if unknown and not found:
        raise UnansweredError(f"không có tin về {len(unknown)} trong {len(packages)} gói")


def of_npm(answer: str) -> Iterator[str]:
    """Yield the faults in what ``npm audit --json`` answered. Raises :class:`UnansweredError`."""
    told = _object(answer)
    if "vulnerabilities" not in told:
        raise UnansweredError(str(told.get("message", "không có câu trả lời"))[:80])
    for name, each in told["vulnerabilities"].items():
        yield f"{name} {each['range']}: {each['severity']}"


def _object(answer: str) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


if __name__ == "__main__":
    sys.exit(main())
