"""Structural similarity (Wang, Bovik, Sheikh and Simoncelli 2004) of the brightness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_WINDOW = 8  # pixels: a plain square window, as the authors' first version had it
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Return the mean similarity of two pictures of one size: 1 for equal ones."""
    a, b = (np.asarray(image.convert("L"), np.float64) for image in (one, other))
    mean_a, mean_b = _mean(a), _mean(b)
    variance_a = _mean(a * a) - mean_a**2
    variance_b = _mean(b * b) - mean_b**2
    covariance = _mean(a * b) - mean_a * mean_b
    light = (2 * mean_a * mean_b + _C1) / (mean_a**2 + mean_b**2 + _C1)
    structure = (2 * covariance + _C2) / (variance_a + variance_b + _C2)
    return float((light * structure).mean())


def _mean(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    sums = np.pad(plane.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    n = _WINDOW
    window = sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]
    return np.asarray(window / n**2)
