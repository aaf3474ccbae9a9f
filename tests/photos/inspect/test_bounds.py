from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect import bounds
from plugins.photos.inspect.facts import inspect
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.inspect.metadata import read_embedded
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan
from tests.photos.samples import corners, facts_of, save

SETTINGS = PhotoSettings()


def opened(kind: str, mode: str, size: tuple[int, int], **info: int) -> Image.Image:
    image = Image.new(mode, (1, 1))
    image.format, image._size = kind, size
    image.info.update(info)
    return image


@pytest.mark.parametrize(
    ("image", "said"),
    [
        (opened("WEBP", "RGB", (5472, 3648)), ""),
        (
            opened("WEBP", "RGB", (8192, 6144)),
            "WebP có quá nhiều điểm ảnh (51 triệu, dạng này tối đa 20",
        ),
        (opened("AVIF", "RGBA", (6000, 5000)), ""),
        (
            opened("AVIF", "RGBA", (8192, 6144)),
            "AVIF có quá nhiều điểm ảnh (51 triệu, dạng này tối đa 30",
        ),
        (
            opened("JPEG", "CMYK", (8192, 6144), progressive=1),
            "CMYK kiểu “progressive” có quá nhiều",
        ),
        (opened("JPEG", "CMYK", (8192, 6144)), ""),
        (opened("JPEG", "RGB", (8192, 6144), progressive=1), ""),
        (opened("PNG", "RGBA", (8192, 6144)), ""),
        (opened("HEIF", "RGB", (8192, 6144)), ""),
    ],
)
def test_formats_have_limits_of_their_own(image: Image.Image, said: str) -> None:
    if not said:
        bounds.check_format(image)
        return
    with pytest.raises(PhotoError) as caught:
        bounds.check_format(image)
    assert said in caught.value.problem.message
    assert "JPG" in caught.value.problem.fix


def test_a_source_over_its_formats_limit_is_refused_without_decoding_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.webp", corners(1200, 900))
    facts = facts_of(path)
    made = plan(path.name, facts, SETTINGS)
    assert list(encode(path, facts, made, SETTINGS))
    monkeypatch.setattr(bounds, "_MOST", {"WEBP": 1_000_000})
    with pytest.raises(PhotoError, match="2 triệu, dạng này tối đa 1 triệu"):
        list(encode(path, facts, made, SETTINGS))


def test_nothing_is_said_of_a_photo_within_our_own_limit(tmp_path: Path) -> None:
    path = tmp_path / "toàn cảnh.png"
    Image.new("1", (12_000, 9_000)).save(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        facts = inspect(path)
        assert isinstance(facts, Facts)
        read_embedded(path)
        wanted = plan(path.name, facts, SETTINGS, lead=False)[:1]
        assert len(list(encode(path, facts, wanted, SETTINGS))) == 1
