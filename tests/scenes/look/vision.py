"""How colours look to an eye: contrast, and distance with normal and with deficient colour vision, by coloraide.

Contrast is WCAG 2.2's ratio of relative luminances, distance is CIEDE2000 in CIELAB under D65, and deficiencies
are those of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
deficiency", 2009, whole ones.
"""

from __future__ import annotations

from coloraide import Color

#: What coloraide calls each; "" for an eye that lacks nothing.
VISIONS = {"normal": "", "protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}


def contrast(one: str, two: str) -> float:
    """Return WCAG's contrast ratio, 1 to 21, of ``#rrggbb`` and another."""
    return float(Color(one).contrast(two, method="wcag21"))


def seen(colour: str, vision: str) -> Color:
    """Return a colour as it is seen, in Lab."""
    found = Color(colour)
    if VISIONS[vision]:
        found = found.filter(VISIONS[vision], 1, method="machado", out_space="srgb").clip()
    return found.convert("lab-d65")


def distance(one: Color, two: Color) -> float:
    """Return CIEDE2000 of two colours."""
    return float(one.delta_e(two, method="2000", space="lab-d65"))
