"""A film on a slide: its shape with a still picture in front, and the timing by which it plays, or a step of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import av
from lxml import etree
from PIL import Image
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide

from scenes.studio.print.deck import Card, as_jpeg
from scenes.studio.print.powerpoint.room import Room

_MEDIA = "http://schemas.microsoft.com/office/powerpoint/2010/main"
# What PowerPoint itself writes for a film that starts automatically: the main sequence begins with the slide and plays
# it; a click goes on to the next slide. Every time node has a number of its own.
_TIMING = """
<p:timing {namespaces}><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
  <p:seq concurrent="1" nextAc="seek">
    <p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
      <p:par><p:cTn id="3" fill="hold">
        <p:stCondLst>
          <p:cond delay="indefinite"/><p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>
        </p:stCondLst>
        <p:childTnLst><p:par><p:cTn id="4" fill="hold">
          <p:stCondLst><p:cond delay="0"/></p:stCondLst>
          <p:childTnLst><p:par>
            <p:cTn id="5" presetID="1" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="afterEffect">
              <p:stCondLst><p:cond delay="0"/></p:stCondLst>
              <p:childTnLst><p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr>
                <p:cTn id="6" dur="{milliseconds}" fill="hold"/><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
              </p:cBhvr></p:cmd></p:childTnLst>
            </p:cTn>
          </p:par></p:childTnLst>
        </p:cTn></p:par></p:childTnLst>
      </p:cTn></p:par>
    </p:childTnLst></p:cTn>
    <p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
    <p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>
  </p:seq>
  <p:video><p:cMediaNode vol="80000">
    <p:cTn id="7" {repeat}fill="hold" display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst></p:cTn>
    <p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
  </p:cMediaNode></p:video>
</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>
"""


@dataclass(frozen=True)
class Step:
    """What one slide plays of a card's film.

    Attributes
    ----------
    start, end
        From when to when, in seconds.
    picture
        The one that stands for it, as JPEG.
    """

    card: Card
    start: float
    end: float
    picture: bytes

    @property
    def shape(self) -> float:
        """Width to height of its pictures."""
        with Image.open(BytesIO(self.picture)) as picture:
            return picture.width / picture.height


def steps_of(card: Card) -> Iterator[Step]:
    """Yield what slides play of a card: all of it, or where it has stops, one step after the other."""
    start = 0.0
    for stop, picture in zip(card.stops, _pictures_at(card), strict=True):
        yield Step(card, start, stop, picture)
        start = stop
    yield Step(card, start, card.seconds, card.picture.read_bytes())


def _pictures_at(card: Card) -> Iterator[bytes]:
    """Yield the frame at each of a film's stops."""
    frames = {int(stop * card.fps) for stop in card.stops}
    with av.open(str(card.video)) as film:
        for i, frame in enumerate(film.decode(video=0)):
            if i in frames:
                yield as_jpeg(Image.fromarray(frame.to_ndarray(format="rgb24")))


def put_film(slide: Slide, step: Step, place: Room) -> None:
    """Put a step's film on a slide; it plays as soon as the slide appears, and its last picture stays.

    Until then, on paper, and where films are not played, the picture that stands for the step is seen.
    """
    shape = slide.shapes.add_movie(
        str(step.card.video),
        place.left,
        place.top,
        place.width,
        place.height,
        poster_frame_image=BytesIO(step.picture),
        mime_type="video/mp4",
    )
    shape.name = "Film"
    shape._element.nvPicPr.cNvPr.set("descr", step.card.alt)
    whole = step.end == step.card.seconds
    if step.start or not whole:
        [media] = (one for one in shape._element.iter() if one.tag == f"{{{_MEDIA}}}media")
        # How much is left out at its start and at its end: [MS-PPTX] 2.3.3.18.
        cut = {"st": _milliseconds(step.start), "end": _milliseconds(step.card.seconds - step.end)}
        etree.SubElement(media, f"{{{_MEDIA}}}trim", cut)
    [timing] = slide._element.findall(qn("p:timing"))
    text = _TIMING.format(
        namespaces=nsdecls("p"),
        shape=shape.shape_id,
        milliseconds=_milliseconds(step.end - step.start),
        repeat='repeatCount="indefinite" ' if whole and step.card.loops else "",
    )
    timing.getparent().replace(timing, parse_xml(text.strip()))


def _milliseconds(seconds: float) -> str:
    return str(round(1000 * seconds))
