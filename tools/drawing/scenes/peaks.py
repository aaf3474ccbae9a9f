"""High ground: the ridge above the clouds, the wide panorama, runners on the crest."""

from __future__ import annotations

from random import Random

from tools.drawing import wardrobe
from tools.drawing.canvas import Canvas
from tools.drawing.colour import darker, fade, lighter, mix, rgb
from tools.drawing.hills import ranges
from tools.drawing.people import person
from tools.drawing.plants import grove
from tools.drawing.poses import RUN, STAND, Look
from tools.drawing.shape import Point, ridge
from tools.drawing.sky import DAWN, GOLDEN, NOON, Light, cloud, clouds, mist, sky, sun


def _sea_of_cloud(c: Canvas, rng: Random, top: float, light: Light, layers: int = 5) -> None:
    """Cover the picture below ``top`` with banks of cloud, brighter as they come nearer."""
    colour = mix(rgb(light.haze), (255, 255, 255), 0.35)
    for layer in range(layers):
        y = top + (c.height - top) * (layer / layers) ** 1.15
        tone = mix(darker(colour, 0.16), (255, 255, 255), layer / layers * 0.75)
        size = c.width * (0.12 + 0.05 * layer)
        x = -size * 0.5
        c.box(0, y, c.width, c.height - y, fade(tone, lighter(tone, 0.2)))
        while x < c.width + size:
            cloud(c, rng, x, y + size * 0.06, size * rng.uniform(0.8, 1.2), tone, alpha=1.0)
            x += size * rng.uniform(0.45, 0.7)


def _summit(c: Canvas, rng: Random, line: list[Point], rock: str, light: Light) -> None:
    """Fill a rocky skyline; the flank to the right of every top lies in shadow."""
    body = rgb(rock)
    c.below(line, fade(body, mix(body, rgb(light.haze), 0.25), mix(body, rgb(light.haze), 0.6)))
    tops = [
        i for i in range(4, len(line) - 4) if line[i][1] == min(y for _, y in line[i - 4 : i + 5])
    ]
    for i in tops:
        end = i
        while end < len(line) - 1 and line[end + 1][1] >= line[end][1] - 1.5:
            end += 1
        drop = line[end][1] - line[i][1]
        if drop < 6:
            continue
        spine = [line[i]]
        for step in range(1, 8):
            swing = (1 if step % 2 else -1) * drop * rng.uniform(0.02, 0.07)
            spine.append(
                (line[i][0] + swing + drop * 0.02 * step, line[i][1] + drop * 1.25 * step / 7)
            )
        shade = [*line[i : end + 1], (line[end][0], spine[-1][1]), *reversed(spine)]
        c.polygon(shade, fade(darker(body, 0.5), mix(body, rgb(light.haze), 0.3)), alpha=0.42)


def ridge_above_clouds(c: Canvas, rng: Random, *, light: Light = DAWN) -> None:
    """The great ridge at sunrise, its feet in a sea of cloud, hikers on a near spur."""
    h, w = c.height, c.width
    sky(c, light, horizon=0.66)
    sun(c, light, w * 0.28, h * 0.3, h * 0.05)
    far = ridge(rng, w, h * 0.46, h * 0.05, waves=3, roughness=0.55)
    _summit(c, rng, far, light.far, light)
    peak = []
    for x, y in ridge(rng, w, h * 0.56, h * 0.06, waves=4, roughness=0.6, step=7):
        rise = max(0.0, 1 - abs(x - w * 0.64) / (w * 0.36))
        peak.append((x, y - h * 0.33 * rise**1.25))
    _summit(c, rng, peak, light.near, light)
    _sea_of_cloud(c, rng, h * 0.64, light)
    spur = []
    for x, y in ridge(rng, w, h * 1.06, h * 0.03, waves=4, roughness=0.5):
        rise = max(0.0, 1 - abs(x - w * 0.16) / (w * 0.3))
        spur.append((x, y - h * 0.25 * rise))
    c.below(spur, fade("#46553f", "#2b3a33"))
    for share, look in (
        (0.115, wardrobe.PUPILS[0]),
        (0.15, wardrobe.VOLUNTEERS[1]),
        (0.185, wardrobe.WORKER),
    ):
        y = spur[int(share * w / 6)][1]
        plain = Look(look.top, look.bottom, headwear="beanie", headwear_colour="#e0b23c")
        person(c, share * w, y + 6, 118, plain, STAND, back=True, shadow=False)


def panorama(c: Canvas, rng: Random, *, light: Light = GOLDEN) -> None:
    """A wide view over range upon range, cloud between them, a line of pines in front."""
    h, w = c.height, c.width
    sky(c, light, horizon=0.7)
    sun(c, light, w * 0.62, h * 0.19, h * 0.055)
    ranges(c, rng, light, count=4, top=0.36, bottom=0.5, height=0.11, rough=0.54)
    _sea_of_cloud(c, rng, h * 0.55, light, layers=4)
    for base, place, rock in (
        (0.66, 0.2, "#9a8078"),
        (0.7, 0.8, "#86706c"),
        (0.8, 0.47, "#655b58"),
    ):
        island = []
        for x, y in ridge(rng, w * 0.36, h * base, h * 0.05, waves=4, roughness=0.62):
            rise = max(0.0, 1 - abs(x - w * 0.18) / (w * 0.18))
            island.append((x + w * (place - 0.18), y + h * 0.14 - h * 0.27 * rise**0.9))
        _summit(c, rng, island, rock, light)
        _sea_of_cloud(c, rng, h * (base + 0.075), light, layers=3)
    front = ridge(rng, w, h * 0.97, h * 0.03, waves=3, octaves=3)
    c.below(front, rgb("#3a3f38"))
    grove(c, rng, 0, w * 0.3, h * 0.98, 130, rgb("#3f4a40"))
    grove(c, rng, w * 0.78, w, h * 0.99, 150, rgb("#3f4a40"))


def runners(c: Canvas, rng: Random) -> None:
    """A race on a grassy crest, marker flags along the track."""
    h, w = c.height, c.width
    sky(c, NOON)
    clouds(c, rng, NOON, 4, lowest=0.25)
    ranges(c, rng, NOON, count=5, top=0.36, bottom=0.6, rough=0.53)
    mist(c, rng, h * 0.63, h * 0.035, rgb(NOON.haze), alpha=0.75)
    crest = [
        (x, h * 0.80 - h * 0.17 * (x / w) + y)
        for x, y in ridge(rng, w, 0, h * 0.02, waves=3, octaves=3)
    ]
    c.below(crest, fade("#a9c25f", "#6d9a4c", "#4f7f45"))
    track = [(x, y + h * 0.075) for x, y in crest]
    c.polygon([*track, *[(x, y + 56) for x, y in reversed(track)]], fade("#dcbf8c", "#c29f68"))
    for i in range(9):
        x = w * (0.03 + 0.12 * i)
        y = track[int(x / 6)][1]
        c.stroke([(x, y), (x, y - 92)], 5, rgb("#f4f1e8"))
        colour = rgb(("#e2574c", "#f0b43a", "#2f8fb0")[i % 3])
        c.polygon([(x, y - 92), (x + 48, y - 78), (x, y - 62)], colour)
    shirts = ("#e2574c", "#2f7fc4", "#f0b43a", "#8d5cab", "#2c9a86")
    for i, x in enumerate((0.88, 0.7, 0.58, 0.36, 0.2)):
        y = track[int(w * x / 6)][1] + 44
        tall = 320 - i * 4
        figure = person(c, w * x, y, tall, Look(shirts[i], "#2b3350", shoes="#f2653d"), RUN)
        c.box(figure.hip[0] - 12, y - tall * 0.7, 46, 36, rgb("#fdfcf6"), radius=3)
        c.box(figure.hip[0] - 4, y - tall * 0.67, 30, 12, rgb(shirts[i]), radius=2)
    for _ in range(60):
        x, y = rng.uniform(0, w), rng.uniform(0.93, 1.0) * h
        c.stroke(
            [(x, y), (x + rng.uniform(-9, 9), y - rng.uniform(18, 40))],
            4,
            rgb("#7fae52"),
            end_width=1,
        )
