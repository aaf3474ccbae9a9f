"""Cut Be Vietnam Pro to what Vietnamese print needs and measure its stand-ins.

Run ``python tools/fonts.py`` with ``fonttools`` and ``brotli`` installed and ``npm`` on
the path. It fetches the pinned packages below, then writes, under ``theme/static/``:

* ``fonts/be-vietnam-pro-400.woff2`` and ``-700.woff2``, together at most ``BUDGET`` bytes;
* ``fonts/OFL.txt``, the font's licence (SIL Open Font License 1.1, no reserved name);
* ``css/fonts.css``, the ``@font-face`` rules, with the fonts a reader's machine already
  has stretched to the same average width, so that nothing moves when the face is late.

The result is committed: a build of the site needs neither npm nor the network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parent.parent / "theme" / "static"
BUDGET = 24_000
"""Bytes that both files may take together."""

BRAND = "@expo-google-fonts/be-vietnam-pro@0.4.1"
WEIGHTS = {400: "400Regular/BeVietnamPro_400Regular.ttf", 700: "700Bold/BeVietnamPro_700Bold.ttf"}

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
PUNCTUATION = "\u00a0“”‘’‹›«»–—…•·°%‰×÷±−€₫§©®²³½"
FOREIGN = "äëïöüñçåøæœß"
"""Letters of foreign names that a provincial bulletin meets now and then (München)."""

SAMPLE = (
    "Sáng nay, nhiều hộ trồng chè ở vùng cao được cán bộ khuyến nông hướng dẫn cách giữ ấm "
    "cho cây khi nhiệt độ xuống dưới 5 độ C. Phó chủ tịch xã cho biết, gần 40 ha mới trồng "
    "đã được che phủ; đường về các thôn vẫn thông suốt, học sinh đến lớp bình thường. "
    "Buổi chiều, đoàn thanh niên giúp người già chuyển củi, gia cố chuồng trại và nhắc "
    "bà con theo dõi bản tin thời tiết để chủ động phòng, chống rét đậm, rét hại."
)
"""Text whose average advance is compared; its letter frequencies are what matters."""


@dataclass(frozen=True)
class StandIn:
    """A family readers already have, and a package with a font of the same widths."""

    family: str
    package: str
    files: dict[int, str]
    local: dict[int, tuple[str, ...]]


STAND_INS = (
    StandIn(
        "Ban tin Arial",
        "@expo-google-fonts/arimo@0.4.3",
        {400: "400Regular/Arimo_400Regular.ttf", 700: "700Bold/Arimo_700Bold.ttf"},
        {
            400: ("Arial", "Liberation Sans", "Arimo"),
            700: ("Arial Bold", "Liberation Sans Bold", "Arimo Bold"),
        },
    ),
    StandIn(
        "Ban tin Roboto",
        "@expo-google-fonts/roboto@0.4.3",
        {400: "400Regular/Roboto_400Regular.ttf", 700: "700Bold/Roboto_700Bold.ttf"},
        {400: ("Roboto", "Roboto Regular"), 700: ("Roboto Bold",)},
    ),
)
"""In the order tried: Windows, macOS, iOS and Linux have the first, Android the second."""


def characters() -> str:
    """Return every character kept: ASCII, Vietnamese letters (NFC), punctuation, Latin-1."""
    lower = [unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES]
    letters = "".join(lower) + "đ" + FOREIGN
    ascii_range = "".join(map(chr, range(0x20, 0x7F)))
    return ascii_range + letters + letters.replace("ß", "").upper() + PUNCTUATION


def fetch(package: str, folder: Path) -> Path:
    """Unpack a pinned npm package into ``folder`` and return where its files lie."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the fonts")
    target = folder / package.rsplit("/", 1)[1]
    target.mkdir()
    command = [npm, "pack", package, "--silent", "--pack-destination", str(target)]
    # The command holds nothing but this file's constants.
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(target.glob("*.tgz"))) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def cut(source: Path, target: Path) -> None:
    """Write ``source``, without hinting and with kerning only, as WOFF2 to ``target``."""
    font = TTFont(source, recalcTimestamp=False)
    missing = [c for c in characters() if ord(c) not in font.getBestCmap()]
    if missing:
        sys.exit(f"{source.name} has no glyph for {' '.join(missing)}")
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the copyright and the licence travel along
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters())
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def average_advance(font: TTFont) -> float:
    """Return the mean advance of :data:`SAMPLE`'s characters, in ems."""
    cmap, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[cmap[ord(char)]][0] for char in SAMPLE)
    return float(total / len(SAMPLE) / font["head"].unitsPerEm)


def face(family: str, weight: int, source: str, *metrics: str) -> str:
    """Return one ``@font-face`` rule (CSS Fonts 4 and 5)."""
    lines = [f'font-family: "{family}"', f"font-weight: {weight}", f"src: {source}", *metrics]
    return "  @font-face {\n" + "".join(f"    {line};\n" for line in lines) + "  }\n"


def stand_in_face(stand_in: StandIn, weight: int, brand: TTFont, own: TTFont) -> str:
    """Return the rule that gives a local font the brand's widths and line metrics; its gap between
    lines counts only where ``line-height`` is ``normal``, which it is nowhere."""
    size = average_advance(brand) / average_advance(own)
    em = brand["head"].unitsPerEm * size
    hhea = brand["hhea"]
    return face(
        stand_in.family,
        weight,
        ", ".join(f'local("{name}")' for name in stand_in.local[weight]),
        f"size-adjust: {size:.1%}",
        f"ascent-override: {hhea.ascent / em:.1%}",
        f"descent-override: {-hhea.descent / em:.1%}",
    )


def main() -> None:
    """Fetch, cut, measure and write everything; stop if the budget is exceeded."""
    fonts = STATIC / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    rules: list[str] = []
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        brand_files = fetch(BRAND, Path(folder))
        others = [fetch(stand_in.package, Path(folder)) for stand_in in STAND_INS]
        for weight, path in WEIGHTS.items():
            target = fonts / f"be-vietnam-pro-{weight}.woff2"
            cut(brand_files / path, target)
            total += target.stat().st_size
            print(f"{target.name}: {target.stat().st_size} bytes")
            source = f'url("../fonts/{target.name}") format("woff2")'
            rules.append(face("Be Vietnam Pro", weight, source, "font-display: optional"))
            brand = TTFont(brand_files / path)
            for stand_in, files in zip(STAND_INS, others, strict=True):
                own = TTFont(files / stand_in.files[weight])
                rules.append(stand_in_face(stand_in, weight, brand, own))
        licence = (brand_files / "LICENSE_FONT").read_text(encoding="utf-8")
        (fonts / "OFL.txt").write_text(licence, encoding="utf-8")
    css = "/* Written by tools/fonts.py; the percentages are measured there. */\n"
    css += "@layer fonts {\n" + "\n".join(rules) + "}\n"
    (STATIC / "css" / "fonts.css").write_text(css, encoding="utf-8")
    print(f"together: {total} bytes of {BUDGET}")
    if total > BUDGET:
        sys.exit("the fonts are over their budget")


if __name__ == "__main__":
    main()
