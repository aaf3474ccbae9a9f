"""Schema.org's vocabulary, as Google's package schema-dts has it in types of TypeScript."""

from __future__ import annotations

import re
from pathlib import Path

_TYPES = Path(__file__).resolve().parents[1] / "html/node_modules/schema-dts/dist/schema.d.ts"
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+)(?: extends ([^{]+?))? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^    "(\w+)"\?:', re.MULTILINE)
_NAME = re.compile(r'^    "@type": "(\w+)";', re.MULTILINE)


def read_vocabulary() -> dict[str, set[str]]:
    """Return the properties that each type may have, its own and those of the types above it."""
    assert _TYPES.is_file(), "LỖI: thiếu từ vựng schema.org. Cách sửa: chạy `make setup-dev`"
    own: dict[str, set[str]] = {}
    above: dict[str, list[str]] = {}
    named: dict[str, str] = {}
    for name, parents, body in _INTERFACE.findall(_TYPES.read_text(encoding="utf-8")):
        own[name] = set(_PROPERTY.findall(body))
        above[name] = [each.strip() for each in parents.split(",") if each]
        named |= dict.fromkeys(_NAME.findall(body), name)

    def all_of(name: str) -> set[str]:
        return own.get(name, set()).union(*map(all_of, above.get(name, ())))

    return {kind: all_of(name) for kind, name in named.items()}
