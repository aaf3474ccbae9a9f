from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from plugins.core.errors import SettingsError
from plugins.core.settings import load_settings


@dataclass(frozen=True)
class Inner:
    word: str = ""


@dataclass(frozen=True)
class Example:
    number: int = 1
    words: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    maybe: str | None = None
    inner: Inner = field(default_factory=Inner)


def test_settings_become_a_frozen_dataclass() -> None:
    loaded = load_settings(
        Example, "EX", {"words": ["a"], "names": {"k": "v"}, "maybe": None, "inner": {"word": "x"}}
    )
    assert loaded == Example(words=("a",), names={"k": "v"}, inner=Inner("x"))


def test_an_unknown_key_is_named_with_the_nearest_right_one() -> None:
    with pytest.raises(SettingsError, match=r"EX\['nubmer'\].*'number'"):
        load_settings(Example, "EX", {"nubmer": 2})


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"number": "2"}, "EX['number']"),
        ({"number": True}, "EX['number']"),
        ({"words": "a"}, "EX['words']"),
        ({"words": [1]}, "EX['words'][0]"),
        ({"names": {"k": 1}}, "EX['names']['k']"),
        ({"names": []}, "EX['names']"),
        ({"inner": {"word": 3}}, "EX['inner']['word']"),
    ],
)
def test_a_wrong_type_names_its_key(values: dict[str, object], place: str) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(Example, "EX", values)
    assert str(error.value).startswith(place)
