"""The oracle itself: a page with anything in it that should not be there does not pass."""

from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.core.problems import Problem
from tests.fuzz.hostile.collection import collected, scripts
from tests.fuzz.hostile.elements import Judge, parsed
from tests.fuzz.hostile.inputs import KINDS, Hostile, hostile
from tests.fuzz.hostile.published import wrong_files
from tests.fuzz.hostile.site import MOST_LETTERS, HostileSite, build, fault_of

PAGE = """<!doctype html><html lang="vi"><head><title>x</title><style>a{{}}</style>{head}</head>
<body>
<script src="/theme/js/site.1a.js"></script><main><div class="content">{text}</div></main>{below}
</body></html>"""


def wrong(text: str = "", head: str = "", below: str = "") -> list[str]:
    return Judge([]).wrong(parsed(PAGE.format(text=text, head=head, below=below)))


@pytest.mark.parametrize(
    "text",
    [
        '<p class="a">x <a href="https://bao.vn/" rel="noopener">y</a></p>',
        '<a href="mailto:a@b.vn">x</a><a href="#bai-x">y</a><h2 id="bai-x">z</h2>',
        '<img src="/anh/x.jpg" srcset="/anh/x.jpg 40w, /anh/y.jpg 80w" alt="">',
        '<iframe src="https://www.youtube-nocookie.com/embed/x" title="x"></iframe>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_what_articles_may_hold_passes(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<script src="/theme/js/site.1a.js"></script>',
        '<p onclick="x">y</p>',
        '<p style="x:y">z</p>',
        '<a href="javascript:x">y</a>',
        '<a href=" java\nscript&colon;x">y</a>',
        '<a href="\x01javascript:x">y</a>',
        '<a href="data:text/html,x">y</a>',
        '<a href="vbscript:x">y</a>',
        '<img src="//ke.example/x.png">',
        '<img src="\\\\ke.example/x.png">',
        '<img srcset="/a.jpg 1x, https://ke.example/x.png 2x">',
        '<iframe src="https://ke.example/"></iframe>',
        '<iframe srcdoc="x"></iframe>',
        "<object data=x></object>",
        "<embed src=x>",
        '<form action="/x"></form>',
        "<base href=//ke.example>",
        "<svg><a></a></svg>",
        "<math></math>",
        "<template></template>",
        "<option value=x>y</option>",
        "<meta http-equiv=refresh content='0; url=/x'>",
        "<link rel=stylesheet href=/x>",
        "<style>a{}</style>",
        '<p id="noi-dung">x</p>',
        '<p data-src="/x">y</p>',
        "<x-y></x-y>",
    ],
)
def test_what_no_article_may_hold_is_found(text: str) -> None:
    assert wrong(text) != []


@pytest.mark.parametrize(
    "head",
    [
        "<base href=/>",
        "<meta http-equiv=refresh content='0; url=javascript:x'>",
        "<script>x</script>",
        "<script type=application/ld+json>{</script>",
        '<link rel=icon href="data:x">',
    ],
)
def test_what_no_head_may_hold_is_found(head: str) -> None:
    assert wrong(head=head) != []


def test_what_comes_out_of_an_articles_text_is_found() -> None:
    assert wrong(below="<form></form>") != []
    assert wrong(text="</div></main><button>x</button>") != []


def test_the_search_may_be_laid_out_for_more_articles_but_say_nothing_else() -> None:
    form = """<form data-index='{{"files":[8,4,4],"day":96}}'></form>"""
    page = PAGE.format(text="", head="", below=form.format())
    judge = Judge(parsed(page))
    assert judge.wrong(parsed(page.replace("[8,4,4]", "[64,256,512]"))) == []
    assert judge.wrong(parsed(page.replace("[8,4,4]", "[javascript]"))) != []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    folder = tmp_path_factory.mktemp("hostile")
    made = HostileSite(folder / "site", folder / "photos")
    build(made, [])
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.svg", b"<svg/>"),
        ("2024/01/x/index.php", b"x"),
        ("tep/x.pdf", b"<html>"),
        ("tep/x.html", b"x"),
        ("x/index.html", b"bi-mat-7c1f"),
        ("x/index.html", str(7351 * 9173).encode()),
        ("_headers", b"/*\n  X: y"),
        ("_redirects", b"/a //ke.example 301"),
        (".nginx/chuyen-huong.map", b'"/a" "$host";'),
        ("x/rss.xml", b'<rss><a href="javascript:x"/></rss>'),
        ("x/feed.json", b'{"items": [{"content_html": "<p onclick=x>"}]}'),
    ],
)
def test_a_file_that_should_not_be_there_is_found(
    site: HostileSite, name: str, data: bytes
) -> None:
    before = {"_headers": (site.output / "_headers").read_bytes()}
    assert wrong_files(site, before, Judge([])) == []
    path = site.output / name
    kept = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    assert wrong_files(site, before, Judge([])) != []
    path.write_bytes(kept) if kept is not None else path.unlink()


@pytest.mark.parametrize(
    "problem",
    [
        Problem(checks.PROGRAM_FAULT, "a.md", None, "sự cố", "Gửi."),
        Problem(checks.ARTICLE_TOO_SLOW, "a.md", None, "quá lâu", "Bỏ."),
        Problem(checks.LINK_TO_NO_FILE, "a" * MOST_LETTERS, None, "x", "y"),
    ],
)
def test_a_message_that_nobody_should_read_is_a_fault(problem: Problem) -> None:
    assert fault_of(problem) != ""
    assert fault_of(problem._replace(check=checks.PHOTO_MISSING, path="a.md")) == ""


def test_an_input_that_stops_the_program_is_told_from_its_neighbours(
    site: HostileSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = b"Title: %b\nDate: 10/01/2024\n\nXem.\n"
    inputs = [
        Hostile(seed, "head", f"articles/n{seed}x", {f"articles/n{seed}x/index.md": plain % name})
        for seed, name in enumerate((b"Mot", b"Hai", b"Ba"))
    ]

    def stop(_: object, **__: object) -> None:
        if (site.content / "articles/n1x").exists():
            raise MemoryError

    monkeypatch.setattr("tests.fuzz.hostile.site.attempt", stop)
    outcome = build(site, inputs)
    assert [[each.seed for each in by] for by, _ in outcome.faults] == [[1]]
    assert [each.seed for each in outcome.built] == [0, 2]


def test_a_seed_stands_for_one_input_and_every_kind_comes() -> None:
    assert hostile(7) == hostile(7)
    assert {hostile(seed).kind for seed in range(200)} == KINDS.keys()


def test_the_collections_hold_thousands_of_strings() -> None:
    assert len(collected()) > 4000
    assert len(scripts()) > 3000
