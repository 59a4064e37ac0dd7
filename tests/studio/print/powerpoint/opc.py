"""What PowerPoint and Keynote refuse, or offer to repair, found in a file of slides: the package, its lists, its ids.

Sources: ECMA-376 parts 1 (PresentationML) and 2 (packages), and reports of files that were refused
(scanny/python-pptx#1128, anthropics/skills#1167, gitbrent/PptxGenJS#1444 and #1532).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# In this order, ECMA-376 part 1, 19.2.1.26 and 19.3.1.38.
PRESENTATION = (
    *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags"),
    *("embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier"),
    "extLst",
)
SLIDE = ("cSld", "clrMapOvr", "transition", "timing", "extLst")


class Deck:
    """A file of slides, read as the package that it is."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            self.names = file.namelist()
            self.parts = {name: file.read(name) for name in self.names}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and target of each relation of a part, by id; those that lead out of the package are left out."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.parts:
            return {}
        found = {}
        for one in self.xml(rels):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/")
                found[one.get("Id")] = (one.get("Type").rpartition("/")[2], target)
        return found

    def pages(self, kind: str = "slides/slide") -> list[str]:
        return [f"ppt/{kind}{i}.xml" for i in range(1, 1 + sum(name.startswith(f"ppt/{kind}") for name in self.names))]


def faults(path: Path) -> list[str]:
    """List everything in a file for which it may be refused."""
    deck = Deck(path)
    return [*_package(deck), *_presentation(deck), *(fault for name in deck.pages() for fault in _slide(deck, name))]


def _package(deck: Deck) -> Iterator[str]:
    yield from (f"{name} is there {n} times" for name, n in Counter(deck.names).items() if n > 1)
    types = deck.xml("[Content_Types].xml")
    endings = {one.get("Extension").lower() for one in types.iter(f"{TYPES}Default")}
    named = {one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")}
    yield from (f"a type is given to {name}, which is not there" for name in named - set(deck.names))
    for name in deck.names:
        if name not in named and name.rpartition(".")[2].lower() not in endings and name != "[Content_Types].xml":
            yield f"{name} has no content type"
        relations = deck.relations(name)
        yield from (
            f"{name}: {i} leads to {to}, which is not there" for i, (_, to) in relations.items() if to not in deck.parts
        )
        if name.endswith(".xml"):
            for element in deck.xml(name).iter():
                for key, value in element.attrib.items():
                    empty = value == "" and element.get(
                        "action"
                    )  # so PowerPoint itself writes an action without a target
                    if key.startswith(R) and not empty and value not in relations:
                        yield f"{name}: {element.tag} names {value!r}, which is no relation"
    reached, waiting = set(), [to for _, to in deck.relations("").values()]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [to for _, to in deck.relations(name).values()]
    parts = {name for name in deck.names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    yield from (f"{name} belongs to nothing" for name in parts - reached)


def _presentation(deck: Deck) -> Iterator[str]:
    root, relations = deck.xml("ppt/presentation.xml"), deck.relations("ppt/presentation.xml")
    order = [PRESENTATION.index(child.tag.removeprefix(P)) for child in root]
    if order != sorted(set(order)):
        yield "presentation.xml has its parts in another order than they are defined in"
    for listed, kind in (("sldId", "slide"), ("sldMasterId", "slideMaster"), ("notesMasterId", "notesMaster")):
        ids = [one.get(f"{R}id") for one in root.iter(f"{P}{listed}")]
        if sorted(ids) != sorted(i for i, (type_, _) in relations.items() if type_ == kind):
            yield f"presentation.xml lists {ids} as {kind}, and has other relations of that kind"
    slides = [int(one.get("id")) for one in root.iter(f"{P}sldId")]
    if len(set(slides)) < len(slides) or min(slides, default=256) < 256:
        yield f"the slides' ids {slides} are not all different and from 256 on"
    masters = [int(one.get("id")) for one in root.iter(f"{P}sldMasterId")]
    for _, name in (relations[one.get(f"{R}id")] for one in root.iter(f"{P}sldMasterId")):
        masters += [int(one.get("id")) for one in deck.xml(name).iter(f"{P}sldLayoutId")]
    if len(set(masters)) < len(masters) or min(masters) < 2**31:
        yield f"the ids of masters and layouts {masters} are not all different and from 2^31 on"
    size = root.find(f"{P}sldSz")
    across, down = int(size.get("cx")), int(size.get("cy"))
    if not all(914400 <= side <= 51206400 for side in (across, down)):
        yield f"a slide of {across} by {down} is too small or too large"
    if size.get("type") == "screen4x3" and across * 3 != down * 4:
        yield "the size is called 4:3 and is not"
    shown = {one.get("id") for one in root.iter() if one.tag.endswith("}sldId")}
    yield from (f"a list names the slide {i}, which is not there" for i in shown - {str(i) for i in slides})


def _slide(deck: Deck, name: str) -> Iterator[str]:
    root, relations = deck.xml(name), deck.relations(name)
    order = [SLIDE.index(child.tag.removeprefix(P)) for child in root]
    if order != sorted(set(order)):
        yield f"{name} has its parts in another order than they are defined in"
    shapes = [one.get("id") for one in root.iter(f"{P}cNvPr")]
    nodes = [one.get("id") for one in root.iter(f"{P}cTn")]
    yield from (
        f"{name}: several shapes or time nodes are {i}"
        for ids in (shapes, nodes)
        for i, n in Counter(ids).items()
        if n > 1
    )
    yield from (
        f"{name}: a time node moves {one.get('spid')}, which is no shape"
        for one in root.iter(f"{P}spTgt")
        if one.get("spid") not in shapes
    )
    yield from (
        f"{name}: a condition waits for {one.get('val')}, which is no time node"
        for one in root.iter(f"{P}tn")
        if one.get("val") not in nodes
    )
    kinds = Counter(kind for kind, _ in relations.values())
    if (kinds["slideLayout"], kinds["notesSlide"]) != (1, 1):
        yield f"{name} has {kinds['slideLayout']} layouts and {kinds['notesSlide']} pages of notes"
    for kind, notes in relations.values():
        if kind == "notesSlide":
            back = Counter(deck.relations(notes).values())
            if back["slide", name] != 1 or sum(kind == "notesMaster" for kind, _ in back) != 1:
                yield f"{notes} does not lead back to {name} and to one master"
