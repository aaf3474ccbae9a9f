from __future__ import annotations

from pathlib import Path

from plugins.photos.store.files import Files


def test_addresses_lead_to_paths_in_their_order() -> None:
    files = Files({"anh/b.jpg": "/c/b", "anh/a.jpg": "/c/a"})
    assert list(files) == ["anh/b.jpg", "anh/a.jpg"]
    assert dict(files) == {"anh/b.jpg": Path("/c/b"), "anh/a.jpg": Path("/c/a")}
    assert files == Files(dict(files.names))
    assert files != Files({})
