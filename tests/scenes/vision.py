"""How colours look to an eye: contrast, and distance with normal and with deficient colour vision.

Contrast is WCAG 2.2's ratio of relative luminances. Distance is CIEDE2000 (Sharma, Wu and Dalal,
"The CIEDE2000 color-difference formula", 2005) between colours in CIELAB under D65. Deficiencies
are the matrices for severity 1 of Machado, Oliveira and Fernandes, "A physiologically-based model
for simulation of color vision deficiency", 2009, applied to linear RGB.
"""

from __future__ import annotations

import numpy as np

VISIONS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    """Return linear RGB, 0 to 1, of ``#rrggbb``."""
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: str, two: str) -> float:
    """Return WCAG's contrast ratio, 1 to 21."""
    low, high = sorted(float(np.dot(_XYZ[1], linear(colour))) for colour in (one, two))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, vision: str) -> np.ndarray:
    """Return the Lab of a colour as it is seen."""
    return lab(np.clip(VISIONS[vision] @ linear(colour), 0, 1))


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIELAB of linear RGB."""
    share = _XYZ @ rgb / _XYZ.sum(axis=1)
    f = np.where(share > (6 / 29) ** 3, np.cbrt(share), share * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: np.ndarray, two: np.ndarray) -> float:
    """Return CIEDE2000 of two Lab colours; names as in the paper's equations 2 to 22."""
    L, a, b = np.array([one, two]).T
    G = 0.5 * (1 - _saturation(np.hypot(a, b).mean()))
    a = (1 + G) * a
    C, h = np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
    dL, dC, dh = L[1] - L[0], C[1] - C[0], 0.0
    mean_h = h.sum()
    if C.prod() > 0:
        dh = (h[1] - h[0] + 180) % 360 - 180
        mean_h = (h[0] + dh / 2) % 360
    dH = 2 * np.sqrt(C.prod()) * np.sin(np.radians(dh) / 2)
    mean_L, mean_C = L.mean(), C.mean()
    waves = zip((-0.17, 0.24, 0.32, -0.20), (1, 2, 3, 4), (-30, 0, 6, -63), strict=True)
    T = 1 + sum(size * np.cos(np.radians(n * mean_h + turn)) for size, n, turn in waves)
    S_L = 1 + 0.015 * (mean_L - 50) ** 2 / np.sqrt(20 + (mean_L - 50) ** 2)
    S_C, S_H = 1 + 0.045 * mean_C, 1 + 0.015 * mean_C * T
    turn = 60 * np.exp(-(((mean_h - 275) / 25) ** 2))
    R_T = -2 * _saturation(mean_C) * np.sin(np.radians(turn))
    l, c, h_ = dL / S_L, dC / S_C, dH / S_H
    return float(np.sqrt(l**2 + c**2 + h_**2 + R_T * c * h_))


def _saturation(C: float) -> float:
    return float(np.sqrt(C**7 / (C**7 + 25.0**7)))
