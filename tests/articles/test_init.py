from __future__ import annotations

from types import SimpleNamespace

import pytest

from plugins.articles import _add_extensions
from plugins.core.errors import SettingsError


def test_a_run_of_pelicans_own_class_is_refused_before_it_stumbles_over_the_theme() -> None:
    pelican = SimpleNamespace(settings={"PELICAN_CLASS": "pelican.Pelican", "MARKDOWN": {}})
    with pytest.raises(SettingsError, match=r"PELICAN_CLASS chưa được ghi.*= Bulletin"):
        _add_extensions(pelican)
    pelican.settings["PELICAN_CLASS"] = object
    _add_extensions(pelican)
    assert "plugins.articles.links" in pelican.settings["MARKDOWN"]["extensions"]
