from __future__ import annotations

import pytest

from plugins.figures.media.embeds import Embed, find_embed


@pytest.mark.parametrize(
    ("line", "site", "url"),
    [
        (
            "https://www.youtube.com/watch?v=abc_def-123",
            "YouTube",
            "https://www.youtube.com/watch?v=abc_def-123",
        ),
        (
            "http://m.youtube.com/watch?app=desktop&v=abc&t=90s",
            "YouTube",
            "https://m.youtube.com/watch?app=desktop&v=abc&t=90s",
        ),
        (
            "youtube.com/watch?v=abc&list=PL1",
            "YouTube",
            "https://youtube.com/watch?v=abc&list=PL1",
        ),
        (
            "https://www.youtube.com/playlist?list=PL1",
            "YouTube",
            "https://www.youtube.com/playlist?list=PL1",
        ),
        ("https://youtu.be/abc?si=x&t=5", "YouTube", "https://youtu.be/abc?si=x&t=5"),
        ("<https://youtu.be/abc>", "YouTube", "https://youtu.be/abc"),
        ("[https://youtu.be/abc](https://youtu.be/abc)", "YouTube", "https://youtu.be/abc"),
        ("https://youtu.be/a\\_b.", "YouTube", "https://youtu.be/a_b"),
        (
            "https://www.youtube.com/shorts/abc?feature=share",
            "YouTube",
            "https://www.youtube.com/shorts/abc?feature=share",
        ),
        ("https://www.youtube.com/live/abc", "YouTube", "https://www.youtube.com/live/abc"),
        (
            "https://www.youtube-nocookie.com/embed/abc",
            "YouTube",
            "https://www.youtube-nocookie.com/embed/abc",
        ),
        ("https://vimeo.com/76979871", "Vimeo", "https://vimeo.com/76979871"),
        (
            "https://vimeo.com/channels/x/76979871/",
            "Vimeo",
            "https://vimeo.com/channels/x/76979871/",
        ),
        ("https://player.vimeo.com/video/7", "Vimeo", "https://player.vimeo.com/video/7"),
        (
            "https://www.facebook.com/watch/?v=123",
            "Facebook",
            "https://www.facebook.com/watch/?v=123",
        ),
        (
            "https://www.facebook.com/baolaocai/videos/123/",
            "Facebook",
            "https://www.facebook.com/baolaocai/videos/123/",
        ),
        (
            "https://www.facebook.com/bao/videos/le-hoi/123?locale=vi_VN",
            "Facebook",
            "https://www.facebook.com/bao/videos/le-hoi/123?locale=vi_VN",
        ),
        ("https://www.facebook.com/reel/12", "Facebook", "https://www.facebook.com/reel/12"),
        ("https://fb.watch/abc-1/", "Facebook", "https://fb.watch/abc-1/"),
        (
            "https://www.tiktok.com/@bao.lao_cai/video/71",
            "TikTok",
            "https://www.tiktok.com/@bao.lao_cai/video/71",
        ),
        ("https://vt.tiktok.com/ZS1abc/", "TikTok", "https://vt.tiktok.com/ZS1abc/"),
    ],
)
def test_the_address_of_a_film_alone_on_a_line_is_one(line: str, site: str, url: str) -> None:
    assert find_embed(line) == Embed(site, url)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "YouTube",
        "https://www.youtube.com/",
        "https://www.youtube.com/@baolaocai",
        "https://www.facebook.com/baolaocai",
        "https://www.tiktok.com/@baolaocai",
        "https://vimeo.com/about",
        "Xem https://youtu.be/abc",
        "https://youtu.be/abc Ngày hội",
        "[Ngày hội](https://youtu.be/abc)",
        "https://gia.example/youtube.com/watch?v=abc",
        "https://xyoutube.com/watch?v=abc",
        "https://youtu.be.example/abc",
    ],
)
def test_any_other_line_is_none(line: str) -> None:
    assert find_embed(line) is None
