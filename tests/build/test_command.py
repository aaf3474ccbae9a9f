from __future__ import annotations

import pytest

from plugins.build.command import attempt
from plugins.build.report import BuildFailed
from tests.build.small_site import SmallSite, nothing_more


def test_a_file_that_the_theme_lacks_is_no_fault_of_the_output_folder(site: SmallSite) -> None:
    site.write("articles/a.md")
    missing = site.theme / "strings.toml"
    missing.unlink()
    with pytest.raises(BuildFailed, match="Không đọc được tệp của giao diện") as failure:
        attempt(site.project, extra=nothing_more)
    assert str(missing) in str(failure.value)
