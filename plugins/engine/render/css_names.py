"""The names in style sheets that are for people: of custom properties and of layers. A browser
needs none of them, and they were a thirtieth of a page.

Style sheets know each other's custom properties under the names that they have there, and scripts
those that they name. A template does not: ``fill="var(--ink)"`` would find nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, product
from string import ascii_lowercase

from plugins.core.text.expressions import expression

_STRING = expression(r'"[^"]*"|\'[^\']*\'')
_KEPT = expression(r"\0(\d+)\0")
_PROPERTY = expression(r"(?<![\w-])--[A-Za-z_][\w-]*")
_BLOCK = expression(r"([^{};]*)\{|\}")
_ROOT = expression(r"(?<![^{};]):root\{([^{}]*)\}")
_USE = expression(r"(?<![\w.#%)\0-])var\((--[\w-]+)\)(?![\w.#%(\0-])")  # nothing grows into it
_CALC = expression(
    r"((?<=[{;])(?:margin|inset)[\w-]*:|(?<=[{;])outline-offset:)?"
    r"calc\(([\d.]+)([a-z%]*) ([*+-]) (-?[\d.]+)([a-z%]*)\)"
)
_LAYER = expression(r"@layer\b([^{;]*)([{;])")


def without_names(css: str, js: str) -> str:
    """Return a minified style sheet that means the same: each custom property that has one value
    wherever it is used is that value, the others have names of a letter or two, and layers, which
    stand in their order, have none. What the scripts ``js`` name keeps its name.
    """
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        strings.append(found[0])
        return f"\0{len(strings) - 1}\0"

    named = frozenset(_PROPERTY.findall(js))
    plain = _without_layers(_STRING.sub(keep, css))
    short = _with_short_names(_with_values(plain, named), named)
    short = re.sub(" ([/~]) ", r"\1", short)  # rcssmin leaves these
    return _KEPT.sub(lambda found: strings[int(found[1])], short)


def _without_layers(css: str) -> str:
    """Leave out the names of layers, unless one is spoken of twice: it would become two layers."""
    layers = _LAYER.findall(css)
    names = {name for name, end in layers if end == "{" and "." not in name}
    return _LAYER.sub("@layer{", css) if len(names) == len(layers) else css


def _with_values(css: str, named: frozenset[str]) -> str:
    """Put the value of a custom property where it is used, of each that ``:root`` has, whatever the
    page and its media are, and that is spoken of nowhere else."""
    mentioned, used = Counter(_PROPERTY.findall(css)), Counter(_USE.findall(css))
    values = {
        name: value
        for name, value in _of_all_media(css)
        if mentioned[name] == used[name] + 1 and name not in named
    }
    for name, value in values.items():
        css = re.sub(rf"(?<![^{{;]){name}:{re.escape(value)}(?:;|(?=\}}))", "", css)
    for _ in values:  # one may stand in another's value
        css = _USE.sub(lambda found: values.get(found[1], found[0]), css)
    return _CALC.sub(_calculated, css)


def _calculated(found: re.Match[str]) -> str:
    """Return what a sum or a product of two known lengths comes to."""
    may_be_less_than_nothing, left, unit, sign, right, other = found.groups(default="")
    a, b = float(left), float(right)
    if sign == "*" and bool(unit) != bool(other):
        result, unit = a * b, unit or other
    elif sign != "*" and unit and unit == other:
        result = a + b if sign == "+" else a - b
    else:
        return found[0]
    # Elsewhere "calc(1px - 3px)" is taken for nothing, and "-2px" would be a mistake.
    if result < 0 and not may_be_less_than_nothing:
        return found[0]
    return f"{may_be_less_than_nothing}{result:g}{unit}"


def _of_all_media(css: str) -> Iterator[tuple[str, str]]:
    """Yield the declarations of ``:root`` that stand under no condition."""
    for root in _ROOT.finditer(css):
        around: list[str] = []
        for block in _BLOCK.finditer(css, 0, root.start()):
            if block[0] == "}":
                around.pop()
            else:
                around.append(block[1])
        if all(head.startswith("@layer") for head in around):
            for declaration in root[1].split(";"):
                name, _, value = declaration.partition(":")
                if name.startswith("--") and value:
                    yield name, value


def _with_short_names(css: str, named: frozenset[str]) -> str:
    """Rename the custom properties, those that are used most first."""
    often = Counter(_PROPERTY.findall(css))
    long = sorted(often.keys() - named, key=lambda name: (-often[name], name))
    short = (f"--{''.join(letters)}" for size in count(1) for letters in _of(size))
    names = dict(zip(long, (name for name in short if name not in named), strict=False))
    return _PROPERTY.sub(lambda found: names.get(found[0], found[0]), css)


def _of(size: int) -> Iterator[tuple[str, ...]]:
    return product(ascii_lowercase, repeat=size)
