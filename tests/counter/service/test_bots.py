from __future__ import annotations

import pytest

from plugins.counter.service.bots import is_bot

BROWSERS = [
    b"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    b"Chrome/131.0.0.0 Safari/537.36",
    b"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    b"(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    b"Mozilla/5.0 (Linux; Android 13; SM-A536E) AppleWebKit/537.36 (KHTML, like Gecko) "
    b"coc_coc_browser/117 Chrome/111.0.0.0 Mobile Safari/537.36",
    b"Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    b"Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12100727 ZaloTheme/light",
]
PROGRAMS = [
    b"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    b"Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; "
    b"+https://openai.com/gptbot)",
    b"facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    b"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    b"HeadlessChrome/131.0.0.0 Safari/537.36",
    b"curl/8.5.0",
    b"python-requests/2.32",
    b"",
    b"  ",
]


@pytest.mark.parametrize("agent", BROWSERS)
def test_browsers_count(agent: bytes) -> None:
    assert not is_bot(agent)


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_do_not_count(agent: bytes) -> None:
    assert is_bot(agent)


def test_any_bytes_can_be_judged() -> None:
    assert not is_bot(bytes(range(128, 256)))
