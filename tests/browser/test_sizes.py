"""What ``sizes`` promises a browser is what the page shows, and the right file is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.test_stability import TO_THE_END
from tests.browser.web import serve
from tests.photos.samples import corners, detailed, save
from tests.site.newsroom import Newsroom

SHAPES = {
    "ngang": (1600, 1067),
    "dung": (1067, 1600),
    "bon-ba": (1600, 1200),
    "rong": (2400, 800),
    "nho": (300, 200),
}
SAID = "\nChú thích. Ảnh: Hà\n"
PAGES = {
    "home": "",
    "list": "the/chung/",
    "single photos": "2024/01/mot/",
    "galleries": "2024/01/hai/",
    "strip": "2024/01/bon/",
    "photos in a text": "2024/01/trong-cau/",
    "lead photo above the text": "2024/01/tren/",
}
WIDTHS = [320, 360, 500, 570, 600, 700, 768, 900, 1000, 1100, 1280, 1600]

# What each image's sizes come to, the width at which its file would be shown pixel for pixel,
# and the widths that there are of it. A photo may be cropped (cover) or bounded (contain).
MEASURE = """() => {
    const probe = document.body.appendChild(document.createElement("div"));
    probe.style.cssText = "position: absolute; visibility: hidden";
    const slot = (sizes) => {
        for (const part of sizes.split(/,(?![^(]*\\))/)) {
            const [, media, length] = part.trim().match(/^(\\(m[^)]*\\))? ?(.*)$/);
            if (media && !matchMedia(media).matches) continue;
            probe.style.width = length;
            return probe.getBoundingClientRect().width;
        }
    };
    const measured = [...document.querySelectorAll("img[srcset]")].map((img) => {
        const box = img.getBoundingClientRect();
        const width = Number(img.getAttribute("width"));
        const height = Number(img.getAttribute("height"));
        const across = box.width / width, down = box.height / height;
        const fit = getComputedStyle(img).objectFit;
        const scale = {cover: Math.max(across, down), contain: Math.min(across, down)}[fit];
        const source = [...img.parentElement.querySelectorAll(":scope > source")]
            .find(({media}) => !media || matchMedia(media).matches) ?? img;
        return {
            slot: slot(source.sizes),
            needed: (scale ?? across) * width,
            rungs: source.srcset.match(/\\d+(?=w)/g).map(Number),
            loaded: Number(img.currentSrc.match(/-(\\d+)(?:x\\d+)?\\.\\w+$/)?.[1] ?? 0),
            format: img.currentSrc.split(".").pop(),
            in_picture: img.parentElement.matches("picture"),
            what: img.outerHTML,
        };
    });
    probe.remove();
    return measured;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served bulletin with photos of all shapes in all places where a page shows photos."""
    newsroom = Newsroom(tmp_path_factory.mktemp("sizes"))
    (newsroom.content / "images").mkdir()
    for name, size in SHAPES.items():
        save(newsroom.content / f"images/{name}.jpg", corners(*size))
    save(newsroom.content / "images/may-anh.jpg", detailed(), quality=90)
    names = [f"{name}.jpg" for name in SHAPES]
    bodies = {
        "mot": "\n".join(name + SAID for name in names),
        "hai": "\n".join(names[:2]) + SAID + "\n" + "\n".join(names[1:4]) + SAID,
        "bon": "\n".join(names) + SAID,
        "trong-cau": "Một ![x](ngang.jpg) hai.\n\n- ![x](dung.jpg)\n\n> Ba ![x](rong.jpg) bốn.",
    }
    head = {"Tags": "chung", "Category": "Thời sự"}
    for day, (name, body) in enumerate(bodies.items(), 1):
        newsroom.write(f"articles/{name}.md", body, Date=f"0{day}/01/2024", **head)
    newsroom.write("articles/tren.md", Date="29/01/2024", Lead_photo="may-anh.jpg", **head)
    for day in range(10, 28):
        fields = {"Category": f"Mục {day % 5}", "Lead_photo": names[day % 4], "Tags": "chung"}
        newsroom.write(f"articles/tin-{day}.md", Date=f"{day}/01/2024", **fields)
    newsroom.write("pages/le-hoi.md", Title="Lễ hội", Date="", Banner="rong.jpg")
    banners = [{"image": name, "alt": name} for name in names]
    newsroom.more_settings = f"SITE['banners'] = {banners!r}"
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    with serve(newsroom.output) as address:
        yield address


def _measure(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(MEASURE)
    assert found
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_sizes_are_what_the_page_shows(browser: Browser, site: str, kind: str) -> None:
    page = browser.new_page(java_script_enabled=True)
    page.goto(f"{site}/{PAGES[kind]}")
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        # Chromium lays out once more before it shows a window of another width.
        page.evaluate("new Promise(requestAnimationFrame)")
        for image in _measure(page):
            most = max(image["rungs"])  # a small photo is not shown larger
            if not 0.85 <= min(image["slot"], most) / min(image["needed"], most) <= 1.35:
                wrong.append((width, image["slot"], image["needed"], image["what"]))
    page.close()
    assert wrong == []


@pytest.mark.parametrize(("width", "density"), [(360, 3), (768, 2), (1280, 1)])
def test_the_file_that_is_loaded_is_neither_blurred_nor_far_too_large(
    browser: Browser, site: str, width: int, density: int
) -> None:
    screen: ViewportSize = {"width": width, "height": 800}
    for address in PAGES.values():
        # Its own page each: Chromium prefers a larger file that it has already.
        page = browser.new_page(viewport=screen, device_scale_factor=density)
        page.goto(f"{site}/{address}")
        page.evaluate(TO_THE_END)
        page.wait_for_load_state("networkidle")
        # In a strip, what stands far beside the window waits until it is scrolled to.
        loaded_images = [image for image in _measure(page) if image["loaded"]]
        assert loaded_images
        for image in loaded_images:
            rungs, loaded = image["rungs"], image["loaded"]
            wanted = min(image["needed"] * density, max(rungs))
            # Chromium takes the smaller of two files up to their geometric mean.
            assert loaded >= 0.7 * wanted, image
            enough = next(i for i, rung in enumerate(rungs) if rung >= wanted)
            assert rungs.index(loaded) <= enough + 1, image
            assert image["format"] == ("avif" if image["in_picture"] else "jpg"), image
        page.close()


@pytest.mark.parametrize("kind", ["lead photo above the text", "home"])
def test_a_phone_loads_its_lead_photo_in_sixty_kilobytes(
    browser: Browser, site: str, kind: str
) -> None:
    page = browser.new_page(
        viewport={"width": 360, "height": 800}, device_scale_factor=3, is_mobile=True
    )
    weights: dict[str, int] = {}
    page.on("response", lambda reply: weights.update({reply.url: len(reply.body())}))
    page.goto(f"{site}/{PAGES[kind]}", wait_until="networkidle")
    first = page.locator("img[fetchpriority=high]")
    address = str(first.evaluate("img => img.currentSrc"))
    assert address.endswith(".avif")
    assert 5_000 < weights[address] <= 60_000
    page.close()
