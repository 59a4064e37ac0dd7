"""Encoders: what makes films of frames, in software or on a graphics card, and with which settings."""

from __future__ import annotations

from dataclasses import dataclass, field

import av

from netsim.border.nearest import meant

SOFTWARE = "software"


class EncoderError(ValueError):
    """An encoder that there is not, or that cannot be opened here; its text is one sentence."""


@dataclass(frozen=True)
class Encoder:
    """What encodes, and how.

    Attributes
    ----------
    codec
        Its name in FFmpeg.
    options
        Its settings, as FFmpeg writes them.
    pixels
        How the frames that it takes lie in memory, as FFmpeg calls it; those of films are 4:2:0.
    device
        What kind of device frames are handed to beforehand, as FFmpeg calls it; "" for none.
    container, sound
        Which kind of file its clips are, which ends their names too, and what encodes what is heard in them.
    """

    codec: str
    options: dict[str, str] = field(default_factory=dict)
    pixels: str = "yuv420p"
    device: str = ""
    container: str = "mp4"
    sound: str = "aac"

    @property
    def is_transparent(self) -> bool:
        """Whether its frames have no ground: what lies under them is seen where nothing is painted."""
        return self.pixels.startswith("yuva")


# Chosen by measurement on moving networks and resting pages at 1080p60, against preset veryfast at crf 18: a third of
# its time; thin lines as clear where they rest, by three decibels clearer where they move, their colours by six. Our
# pictures rest, or change in a few places: a fixed quantiser (qp) needs no look-ahead, and never takes bits from what
# moves. Arithmetic coding (cabac) would save a seventh of the bytes, motion by fractions of a pixel (subme) some where
# a whole picture moves, and both take more time than that is worth. Deblocking blurs lines of a pixel. Chroma is
# quantised finer (-5), as coloured lines lose pixels to 4:2:0. Key frames are no finer than others (ipratio), so that
# a resting picture does not breathe. One thread: the same frames are the same bits on any number of cores. The stream
# says that its rate is constant, and that chroma lies in the middle of its four pixels (chromaloc).
X264 = "8x8dct=1:partitions=i4x4,i8x8:chroma-qp-offset=-5:ipratio=1.0:force-cfr=1:chromaloc=1"
# Hardware has no such fine settings: each is given its own way of a constant quality, near that of crf 18.
ENCODERS = {
    SOFTWARE: Encoder("libx264", {"preset": "ultrafast", "qp": "20", "threads": "1", "x264-params": X264}),
    "h264_nvenc": Encoder("h264_nvenc", {"preset": "p4", "tune": "hq", "rc": "vbr", "cq": "18", "b": "0"}),
    "h264_qsv": Encoder("h264_qsv", {"preset": "veryfast", "global_quality": "18"}, "nv12"),
    "h264_amf": Encoder("h264_amf", {"usage": "transcoding", "rc": "cqp", "qp_i": "18", "qp_p": "18", "qp_b": "20"}),
    "h264_vaapi": Encoder("h264_vaapi", {"rc_mode": "CQP", "qp": "18"}, "nv12", "vaapi"),
    # 65 of 100, in units of FFmpeg's lambda: 118 of them are one. Only Apple's own processors have it.
    "h264_videotoolbox": Encoder("h264_videotoolbox", {"flags": "+qscale", "global_quality": str(65 * 118)}),
}
#: For clips alone, each with a ground that is seen through, by the ending that they are asked for. Editors read ProRes
#: 4444 in QuickTime's container, browsers VP9 in WebM. ProRes' own rate is made for photographs; a fixed quantiser of 8
#: halves it for our thin lines, which are off by one step of 255 in the mean, and opacity by two at most.
QUANTISER = {"flags": "+qscale", "global_quality": str(8 * 118)}
TRANSPARENT = {
    "mov": Encoder(
        "prores_ks",
        {"profile": "4444", "vendor": "apl0", "alpha_bits": "8"} | QUANTISER,
        "yuva444p10le",
        container="mov",
    ),
    "webm": Encoder(
        "libvpx-vp9",
        {"crf": "18", "b": "0", "deadline": "good", "cpu-used": "4", "auto-alt-ref": "0", "threads": "1"},
        "yuva420p",
        container="webm",
        sound="libopus",
    ),
}


def encoder_named(name: str) -> Encoder:
    """Return an encoder by name, if this build of FFmpeg has it; a transparent one by its ending.

    Raises
    ------
    EncoderError
        If there is none of that name.
    """
    if name in TRANSPARENT:
        return TRANSPARENT[name]
    there = offered()
    if name not in there:
        raise EncoderError(
            f"--encoder {name}: no encoder is called so{meant(name, there)}; there are {', '.join(there)}."
        )
    return ENCODERS[name]


def offered() -> list[str]:
    """List the encoders that this build of FFmpeg has; whether the machine has what they need is not known."""
    return [name for name, encoder in ENCODERS.items() if encoder.codec in av.codecs_available]
