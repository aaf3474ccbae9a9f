from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

import pytest

from plugins.core.errors import SettingsError
from plugins.core.settings import check_type, load_settings


@dataclass(frozen=True)
class Inner:
    word: str = ""


@dataclass(frozen=True)
class Needed:
    word: str


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
    assert str(error.value).startswith(f"{place} phải là ")
    assert "Cách sửa: Viết" in str(error.value)


def test_what_is_no_dict_at_all_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"^EX phải là một bảng, không phải 'x'"):
        load_settings(Example, "EX", "x")


def test_a_key_that_has_to_be_there_is_asked_for() -> None:
    with pytest.raises(SettingsError, match=r"^EX\['word'\] chưa được ghi.*Thêm 'word' vào EX"):
        load_settings(Needed, "EX", {})


def test_anything_goes_where_anything_may() -> None:
    assert check_type({"a": [None, 1]}, dict[str, Any], "EX") == {"a": [None, 1]}


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = copy.copy(SettingsError("EX['a']", "sai", "Sửa."))  # as pickle does
    assert str(error) == "EX['a'] sai. Cách sửa: Sửa."
    assert (error.key, error.fix) == ("EX['a']", "Sửa.")
