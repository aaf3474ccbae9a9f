"""The clothes that the figures wear, by occasion."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tools.drawing.poses import Look

SUITS = (
    Look("#2f3a55", "#2a324a", collar="#f4f6f9", tie="#b3343c"),
    Look("#4a4f5a", "#33373f", collar="#f4f6f9", tie="#2f5f8f"),
    Look("#e3e8ef", "#2b3040", collar="#ffffff"),
    Look("#5b6f8f", "#2e3444", collar="#eef2f7"),
    Look("#6b4a4a", "#2f2a30", collar="#f2ece6"),
    Look("#3d5a58", "#2b3636", hair="#8f8a88", collar="#f4f6f9", tie="#7a2f3c"),
)
AO_DAI = (
    Look("#c7394b", "#f4efe6", lower="tunic", long_hair=True),
    Look("#2f7f8c", "#f4efe6", lower="tunic", long_hair=True),
    Look("#7d5aa6", "#f2ecf6", lower="tunic", headwear="bun"),
    Look("#e3a63c", "#fbf5e6", lower="tunic", long_hair=True),
    Look("#e58aa0", "#fbf3f0", lower="tunic", long_hair=True),
)
HMONG = (
    Look(
        "#2c3f7a",
        "#b8305a",
        "skirt",
        headwear="scarf",
        headwear_colour="#d8437a",
        trim="#f0b93a",
        bands=("#f0b93a", "#2f9a8a", "#e85c8a", "#2c3f7a"),
    ),
    Look(
        "#17786f",
        "#2f4a9a",
        "skirt",
        headwear="scarf",
        headwear_colour="#e06a2c",
        trim="#ef5f86",
        bands=("#ef5f86", "#f3d04a", "#27a08f", "#f4f0e6"),
    ),
    Look(
        "#8b2f6a",
        "#293a6e",
        "skirt",
        headwear="scarf",
        headwear_colour="#2f8f7a",
        trim="#6fd0c0",
        bands=("#e9604f", "#6fd0c0", "#f2c23e", "#8b2f6a"),
    ),
    Look(
        "#d1493f",
        "#24507f",
        "skirt",
        headwear="scarf",
        headwear_colour="#31539a",
        trim="#f7e08a",
        bands=("#f7e08a", "#d1493f", "#58b9a8", "#e889a6"),
    ),
)
DAO = (
    Look("#26283a", "#232534", headwear="scarf", headwear_colour="#d32f36", trim="#e34b3f"),
    Look("#2b2a44", "#26253c", headwear="scarf", headwear_colour="#c9272f", trim="#f0d9b0"),
)
TAY = (
    Look("#27324f", "#232b44", headwear="scarf", headwear_colour="#27324f", trim="#8fa3c8"),
    Look("#31406a", "#27314f", headwear="bun", trim="#c7d2ea"),
)
VILLAGERS = (
    *HMONG,
    *DAO,
    *TAY,
    Look("#3a4a3e", "#2d3342", headwear="beanie", headwear_colour="#7a3b3b"),
    Look("#77543d", "#343a4a"),
)
PUPILS = (
    Look("#2f63b8", "#2a3350", child=True, headwear="beanie", headwear_colour="#e2574c"),
    Look("#d9463f", "#2c3f66", child=True, long_hair=True),
    Look("#f0b43a", "#37446a", child=True, headwear="beanie", headwear_colour="#2f8f7a"),
    Look("#2c9a86", "#8b3f6a", "skirt", child=True, long_hair=True, bands=("#f0c23e", "#e85c8a")),
    Look("#8d5cab", "#33406a", child=True),
    Look(
        "#e889a6",
        "#3a4a7a",
        child=True,
        long_hair=True,
        headwear="beanie",
        headwear_colour="#5b7fc4",
    ),
)
DOCTORS = (
    Look("#f5f8fa", "#e3ebf0", shoes="#dfe6ea"),
    Look("#f5f8fa", "#e3ebf0", long_hair=True, shoes="#dfe6ea"),
    Look("#6fb7c4", "#5aa3b2", headwear="bun", shoes="#dfe6ea"),
)
VOLUNTEERS = (
    Look("#1f6fc4", "#2b3552"),
    Look("#1f6fc4", "#3a4152", long_hair=True),
    Look("#1f6fc4", "#2b3552", headwear="bun"),
)
SOLDIER = Look("#4f6b3c", "#465f36", headwear="cap", headwear_colour="#4f6b3c", shoes="#22241f")
POLICE = Look("#5f7f4e", "#4f6c42", headwear="cap", headwear_colour="#5f7f4e", trim="")
MILITIA = Look("#6b7a4a", "#5f6c44", headwear="helmet", headwear_colour="#66753f", shoes="#2a2a24")
WORKER = Look("#ef7d2d", "#3a4a6a", headwear="helmet", headwear_colour="#f6c83c")


def pick(rng: Random, looks: tuple[Look, ...]) -> Look:
    """Return one of ``looks`` with a skin of its own."""
    return replace(rng.choice(looks), skin=rng.choice(("#e9b892", "#dfa67e", "#f0c5a0", "#d39a72")))
