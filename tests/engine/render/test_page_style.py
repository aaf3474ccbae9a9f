from __future__ import annotations

import re

import pytest
import rcssmin

from plugins.engine.render.page_style import PageStyle
from tests.conftest import ROOT

CSS = ROOT / "theme" / "static" / "css"
PAGE = '<html lang="vi"><body><p class="a b--c">Chữ <em>nghiêng</em></p></body></html>'


@pytest.mark.parametrize(
    ("css", "used"),
    [
        (".a{x:y}.d{x:y}", ".a{x:y}"),
        (".a p{x:y}.a table{x:y}", ".a p{x:y}"),
        ("table,.d{x:y}", "table{x:y}"),
        (".a,.d,.a td{x:y}", ".a{x:y}"),
        (".b--c>em:hover,.b{x:y}", ".b--c>em:hover{x:y}"),
        ("body .a:not(.d,:has(td))::after{x:y}", "body .a:not(.d,:has(td))::after{x:y}"),
        ('*,[class="d"],:root{x:y}', '*,[class="d"],:root{x:y}'),
        ("#d .a{x:y}", "#d .a{x:y}"),
        ("@media (min-width:36rem){.d{x:y}}", ""),
        ("@layer l{@media print{.d{x:y}.a{x:y}}}", "@layer l{@media print{.a{x:y}}}"),
        ("@font-face{font-family:d;src:url(d)}", "@font-face{font-family:d;src:url(d)}"),
        ("@keyframes d{from{x:y}to{x:y}}.d{x:y}", "@keyframes d{from{x:y}to{x:y}}"),
        ("@layer a,b;.d{x:y}", "@layer a,b;"),
        ('.a{content:"};.d{"}.d{x:y}', '.a{content:"};.d{"}'),
        (".a{x:y;&:hover{x:y}}.d{&:hover{x:y}}", ".a{x:y;&:hover{x:y}}"),
        (".a{--e:1;x:var(--e);--f:2;y:z}.d{x:var(--f)}", ".a{--e:1;x:var(--e);y:z}"),
        ("@layer l{:root{--e:1}}.a{x:y}.d{x:var(--e,2)}", ".a{x:y}"),
        ('.a{x:y;content:";--e:1;";--e:";"}', '.a{x:y;content:";--e:1;"}'),
    ],
)
def test_a_rule_that_cannot_hold_is_left_out(css: str, used: str) -> None:
    assert PageStyle(css, "").of(PAGE) == used


def test_what_a_script_mentions_may_come_to_be_there() -> None:
    css = ".a time{x:y}.a__d{x:y}.d{x:y}.d__d{x:y}.g{x:y}.h{x:y}.a{--x:1;--y:1}"
    style = PageStyle(css, "find('time,.a__d,.d,.d__d,.g').className='h d';set('--x')")
    assert style.of(PAGE) == ".a time{x:y}.a__d{x:y}.h{x:y}.a{--x:1}"


def test_each_page_has_its_own() -> None:
    style = PageStyle(".a{x:y}.d{x:y}", "")
    assert style.of(PAGE) == ".a{x:y}"
    assert style.of('<html class="d">') == ".d{x:y}"
    assert style.of(PAGE) == ".a{x:y}"


def test_a_page_that_has_everything_has_the_whole_style_sheet() -> None:
    names = (CSS / "order.txt").read_text(encoding="utf-8").split()
    css = rcssmin.cssmin("\n".join((CSS / name).read_text(encoding="utf-8") for name in names))
    everything = "".join(f'<{name} class="{name}">' for name in re.findall(r"[a-z][\w-]*", css))
    assert PageStyle(css, "").of(everything) == css


def test_no_layer_is_begun_twice() -> None:
    # Layers stand in the order in which they are begun (CSS Cascade 5, 6.4.3): where the first of
    # two blocks is left out, the second would come later than on other pages.
    css = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CSS.rglob("*.css")))
    layers = re.findall(r"@layer ([\w-]+)", css)
    assert len(layers) > 20
    assert len(layers) == len(set(layers))
