from __future__ import annotations

import pytest

from plugins.engine.render.css_names import without_names


@pytest.mark.parametrize(
    ("css", "short"),
    [
        # One value wherever it is used.
        (":root{--hair:1px;x:y}.a{border:var(--hair) solid}", ":root{x:y}.a{border:1px solid}"),
        (
            '@layer l{:root{--f:"A",b}}.a{font-family:var(--f)}',
            '@layer{:root{}}.a{font-family:"A",b}',
        ),
        (":root{--e:1px;--f:calc(var(--e) + 2px)}.a{x:var(--f)}", ":root{}.a{x:3px}"),
        (".a{gap:calc(var(--s) + var(--t))}:root{--s:1.5rem;--t:.5rem}", ".a{gap:2rem}:root{}"),
        (":root{--s:1.5rem}.a{columns:calc(var(--s) * 3)}", ":root{}.a{columns:4.5rem}"),
        # Other values, or where what one comes to is not known.
        (":root{--s:1rem}.a{x:calc(var(--s) * -1)}", ":root{}.a{x:calc(1rem * -1)}"),
        (":root{--s:1rem}.a{x:calc(var(--s) - 2rem)}", ":root{}.a{x:calc(1rem - 2rem)}"),
        (":root{--s:1rem}.a{x:calc(var(--s) + 2px)}", ":root{}.a{x:calc(1rem + 2px)}"),
        (":root{--s:1}.a{--s:2;x:var(--s)}", ":root{--a:1}.a{--a:2;x:var(--a)}"),
        (".b{--s:1}.a{x:var(--s)}", ".b{--a:1}.a{x:var(--a)}"),
        ("@media print{:root{--s:1}}.a{x:var(--s)}", "@media print{:root{--a:1}}.a{x:var(--a)}"),
        (":root{--s:1}.a{x:var(--s,2)}", ":root{--a:1}.a{x:var(--a,2)}"),
        (":root{--s:1;--t:px}.a{x:var(--s)var(--t)}", ":root{--a:1;--b:px}.a{x:var(--a)var(--b)}"),
        (
            "@property --s{x:y}:root{--s:1}.a{x:var(--s)}",
            "@property --a{x:y}:root{--a:1}.a{x:var(--a)}",
        ),
        # Without a value before, and without one now.
        (":root{--s:var(--t);--t:var(--s)}.a{x:var(--s)}", ":root{}.a{x:var(--a)}"),
        # What only looks like a custom property.
        (".b--long-one{x:y}", ".b--long-one{x:y}"),
        ('.a{content:"var(--s) ;--s:2"}:root{--s:1}', '.a{content:"var(--s) ;--s:2"}:root{}'),
        # Those that are used most are the shortest.
        (".a{--s:1;--t:1;x:var(--t)var(--t)}", ".a{--b:1;--a:1;x:var(--a)var(--a)}"),
        # Layers.
        ("@layer one{a{x:y}}@layer two{a{x:y}}", "@layer{a{x:y}}@layer{a{x:y}}"),
        ("@layer two,one;@layer one{a{x:y}}", "@layer two,one;@layer one{a{x:y}}"),
        ("@layer one{a{x:y}}@layer one{b{x:y}}", "@layer one{a{x:y}}@layer one{b{x:y}}"),
        ("@layer one{a{x:y}}@layer one.b{b{x:y}}", "@layer one{a{x:y}}@layer one.b{b{x:y}}"),
    ],
)
def test_names_that_only_people_need_are_left_out(css: str, short: str) -> None:
    assert without_names(css, "") == short


def test_what_a_script_names_keeps_its_name() -> None:
    css = ":root{--other:3;--a:1;--size:2}.a{x:var(--a) var(--size) var(--other)}"
    assert (
        without_names(css, "e.style.getPropertyValue('--size'), '--a'")
        == ":root{--a:1;--size:2}.a{x:var(--a) var(--size) 3}"
    )


def test_there_are_names_for_as_many_as_there_are() -> None:
    css = ".a{" + ";".join(f"--x{number}:1" for number in range(800)) + "}"
    names = {one.partition(":")[0] for one in without_names(css, "")[3:-1].split(";")}
    assert len(names) == 800
    assert max(map(len, names)) == len("--aaa")
