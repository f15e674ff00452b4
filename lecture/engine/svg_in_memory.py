"""Lets Manim read SVG files without writing beside them, so that several jobs may draw the same one."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import svgelements
from manim import RIGHT, SVGMobject


def read_in_memory() -> None:
    """Let every SVG that is drawn from now on in this process be read in memory.

    Manim writes what it has made of a file to a file beside it, reads that, and deletes it: a job would read
    what another one has only begun to write, or find it gone, and a folder may be one that nobody can write to.
    """
    _svg_mobject.generate_mobject = _generate_mobject


def _generate_mobject(self: SVGMobject) -> SVGMobject:
    """Parse the SVG and translate its elements to submobjects, as Manim's own method does."""
    tree: Any = ElementTree.parse(self.get_file_path())
    content = BytesIO()
    self.modify_xml_tree(tree).write(content)
    content.seek(0)
    parts, self.id_to_vgroup_dict = self.get_mobjects_from(svgelements.SVG.parse(content))
    self.add(*parts)
    self.flip(RIGHT)  # in an SVG, y points downwards
    return self


_svg_mobject: Any = SVGMobject
