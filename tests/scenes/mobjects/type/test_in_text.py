"""Mathematics in subtitles and transcripts: signs that a reader knows, and no marks of a typesetter."""

import unicodedata

import pytest

from scenes.mobjects.type.in_text import in_text
from scenes.mobjects.type.typeset import plain


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("a^((0)) = x", "a⁽⁰⁾ = x"),
        ("a^((L-1))", "a⁽ᴸ⁻¹⁾"),
        ("w_(j k)^((l))", "wⱼₖ⁽ˡ⁾"),
        ("C_0", "C₀"),
        ("n_L - 1", "n_L − 1"),
        ("sigma(z) = 1 \\/ (1 + e^(-z))", "σ(z) = 1 / (1 + e⁻ᶻ)"),
        ("delta = sigma'(z) dot partial C \\/ partial a", "δ = σ′(z) · ∂C / ∂a"),
        ("- space eta dot", "− η ·"),
        ("beta = theta", "beta = theta"),
    ],
)
def test_mathematics_is_written_as_text(code, text):
    assert in_text(code) == text


@pytest.mark.parametrize(
    ("sign", "plainly"), [("^", "0123456789+-=abdegijklmnoprstuvwxyzLTW"), ("_", "0123456789aehijklmnoprstuvx")]
)
def test_raised_and_lowered_signs_are_those_of_unicode(sign, plainly):
    for letter in plainly:
        drawn = in_text(f"{sign}({letter}{letter})")
        assert sign not in drawn
        assert unicodedata.normalize("NFKC", drawn).replace("−", "-") == 2 * letter


def test_only_what_is_marked_as_mathematics_becomes_signs():
    assert plain("The eta of [C_0](math) and the [cost](cost) [a^((3))](math), at eta.") == (
        "The eta of C₀ and the cost a⁽³⁾, at eta."
    )
