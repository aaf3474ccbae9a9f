from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import markdown
import pytest

from plugins import attribution
from plugins.core.errors import SettingsError


def register(**settings: Any) -> dict[str, Any]:
    base: dict[str, Any] = {"MARKDOWN": {"extension_configs": {"markdown.extensions.extra": {}}}}
    pelican = SimpleNamespace(settings=base | settings)
    attribution.add_extension(pelican)
    attribution.add_extension(pelican)
    result: dict[str, Any] = pelican.settings["MARKDOWN"]
    return result


def test_the_extension_is_added_once_beside_the_others() -> None:
    options = register()
    assert options["extensions"].count(attribution.EXTENSION) == 1
    assert "markdown.extensions.extra" in options["extension_configs"]
    markdown.Markdown(**options)


def test_pelicans_own_defaults_are_left_alone() -> None:
    base: dict[str, Any] = {"extensions": [], "extension_configs": {}}
    register(MARKDOWN=base)
    assert base == {"extensions": [], "extension_configs": {}}


def test_settings_reach_the_extension() -> None:
    options = register(ATTRIBUTION={"known_outlets": ["Báo A"], "portal_lines": ["Chia sẻ"]})
    config = options["extension_configs"][attribution.EXTENSION]
    assert config["known_outlets"] == ("Báo A",)
    assert config["portal_lines"] == ("Chia sẻ",)


@pytest.mark.parametrize("wrong", [{"known_outlet": []}, {"known_outlets": "Báo A"}])
def test_a_wrong_setting_stops_the_build_and_names_the_key(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="known_outlet"):
        register(ATTRIBUTION=wrong)


@pytest.mark.parametrize("url", ["baolaocai.vn", "", "ftp://a.vn/", "https://báo lào cai/"])
def test_an_outlets_page_needs_a_whole_address(url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        register(ATTRIBUTION={"outlet_pages": {"Báo A": "https://a.vn/", "Báo B": url}})
    assert raised.value.key == "ATTRIBUTION['outlet_pages']['Báo B']"
    assert "https://" in raised.value.fix


def test_registering_connects_to_pelican() -> None:
    from pelican import signals

    attribution.register()
    assert attribution.add_extension in [
        receiver() for receiver in signals.initialized.receivers.values()
    ]
    signals.initialized.disconnect(attribution.add_extension)
