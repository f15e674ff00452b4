"""Mobjects of three dimensions."""

import manim as m
import numpy as np
from manim import LEFT, OUT, RIGHT, UL, UP, UR

from tests.fastcairo.zoo.shared import SHORT


class Solids(m.ThreeDScene):
    """Solids, lit and turned, and a text that stays in the frame."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=1.2, theta=-0.8)
        cube, words = m.Cube(fill_opacity=0.7), m.Text("fixed").to_corner(UL)
        self.add(m.Line3D(LEFT, UR + OUT, resolution=3), cube)
        self.add_fixed_in_frame_mobjects(words)
        self.play(m.Rotate(cube, 0.5, axis=OUT), **SHORT)
        self.move_camera(phi=0.6, theta=0.2, run_time=0.2)
        self.begin_ambient_camera_rotation(rate=1)
        self.wait(0.2)
        self.stop_ambient_camera_rotation()
        self.play(m.FadeIn(m.Sphere(resolution=(3, 4)).shift(2 * RIGHT)), run_time=0.2)
        self.add(m.Dot3D(2 * UP, resolution=(3, 3)))
        self.wait(0.1)


class SolidsInAPlane(m.Scene):
    """Mobjects of three dimensions before the usual camera."""

    def construct(self) -> None:
        surface = m.Surface(lambda u, v: np.array([u, v, u * v]), u_range=(-1, 1), v_range=(-1, 1), resolution=3)
        self.add(surface)
        self.play(surface.animate.rotate(1, RIGHT), **SHORT)
        self.play(m.Create(m.Tetrahedron().shift(2 * RIGHT)), m.FadeOut(surface), **SHORT)


class MoreSolids(m.ThreeDScene):
    """Round and pointed solids, coarse ones."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=1, theta=-1)
        coarse = {"resolution": (2, 4)}
        solids = m.VGroup(
            m.Prism(),
            m.Cone(resolution=4),
            m.Cylinder(**coarse),
            m.Torus(resolution=(3, 4)),
            m.Arrow3D(LEFT, RIGHT, resolution=3),
            m.ThreeDAxes(x_range=(-1, 1), y_range=(-1, 1), z_range=(-1, 1), x_length=1, y_length=1, z_length=1),
        ).arrange_in_grid(2, 3)
        self.add(solids)
        self.play(m.Rotate(solids, 0.3), run_time=0.2)


class Polyhedra(m.Scene):
    """Solids of flat sides before the usual camera."""

    def construct(self) -> None:
        kinds = (m.Octahedron, m.Icosahedron, m.Dodecahedron)
        corners = [LEFT, RIGHT, UP, OUT, -OUT]
        solids = m.VGroup(*(kind() for kind in kinds), m.ConvexHull3D(*corners)).arrange(RIGHT)
        self.add(solids)
        self.wait(0.1)
        self.add(solids.rotate(0.3, axis=UP))
        self.wait(0.1)
