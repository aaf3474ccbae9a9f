"""Where the node of the environment is, and the programs that `make audit` installs for it."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
PACKAGES = Path(__file__).resolve().parent / "node_modules"


def version(package: str) -> str:
    """Return the version of an installed package of npm. Raises ``FileNotFoundError``."""
    text = (PACKAGES / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])
