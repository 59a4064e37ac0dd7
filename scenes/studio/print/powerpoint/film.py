"""A film on a slide: its shape with a still picture in front, and the timing by which it plays as the slide appears."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide

from scenes.studio.print.deck import Card
from scenes.studio.print.powerpoint.room import Room

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


def put_film(slide: Slide, card: Card, place: Room) -> None:
    """Put a card's film on a slide; it plays as soon as the slide appears, once, and its last picture stays.

    Until then, on paper, and where films are not played, the picture that stands for the beat is seen.
    """
    shape = slide.shapes.add_movie(
        str(card.video),
        place.left,
        place.top,
        place.width,
        place.height,
        poster_frame_image=str(card.picture),
        mime_type="video/mp4",
    )
    shape.name = "Film"
    shape._element.nvPicPr.cNvPr.set("descr", card.alt)
    [timing] = slide._element.findall(qn("p:timing"))
    text = _TIMING.format(
        namespaces=nsdecls("p"), shape=shape.shape_id, milliseconds=round(1000 * card.seconds), repeat=""
    )
    timing.getparent().replace(timing, parse_xml(text.strip()))
