"""Mobjects of every family."""

from typing import Any

import manim as m
import numpy as np
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, UR

from tests.fastcairo.zoo.shared import COLOURS, SHORT, row


class Shapes(m.Scene):
    """Shapes, tips and dashes."""

    def construct(self) -> None:
        shapes = m.VGroup(
            m.Arc(),
            m.CurvedArrow(LEFT, RIGHT),
            m.CurvedDoubleArrow(LEFT, RIGHT),
            m.LabeledDot(m.Text("a")),
            m.AnnotationDot(),
            m.AnnularSector(),
            m.CubicBezier(LEFT, UP, DOWN, RIGHT),
            m.ArcPolygon(LEFT, UP, RIGHT),
            m.TangentialArc(m.Line(LEFT, RIGHT), m.Line(DOWN, UP), 0.5),
            m.DashedLine(LEFT, RIGHT, stroke_width=9),
            m.DashedVMobject(m.Circle(), num_dashes=9),
            m.TangentLine(m.Circle(), 0.2),
            m.Elbow(),
            m.DoubleArrow(LEFT, RIGHT, tip_shape_end=m.StealthTip, tip_shape_start=m.ArrowCircleTip),
            m.Vector(UR),
            m.Angle(m.Line(ORIGIN, RIGHT), m.Line(ORIGIN, UR)),
            m.RightAngle(m.Line(ORIGIN, RIGHT), m.Line(ORIGIN, UP)),
            m.RegularPolygram(7),
            m.RoundedRectangle(),
            m.Cutout(m.Square(fill_opacity=1), m.Dot()),
            m.ConvexHull(LEFT, UP, RIGHT, DOWN, ORIGIN),
            m.BackgroundRectangle(m.Dot(), color=m.GREY, buff=0.3),
            m.Underline(m.Square()),
            m.Brace(m.Line(LEFT, RIGHT)),
            m.ArcBrace(m.Arc()),
            m.LabeledLine(m.Text("x"), start=2 * LEFT, end=2 * RIGHT),
            m.ManimBanner().scale(0.3),
        ).arrange_in_grid(4, 7)
        shapes.scale_to_fit_width(12)
        self.add(shapes)
        self.wait(0.1)
        self.play(shapes.animate.rotate(0.2), m.Rotate(shapes[9], 1), **SHORT)
        self.play(m.Create(m.SurroundingRectangle(shapes[3], corner_radius=0.1)), **SHORT)


class BooleanOperations(m.Scene):
    """Shapes made of others."""

    def construct(self) -> None:
        square, circle = m.Square(fill_opacity=0.3), m.Circle(fill_opacity=0.3).shift(0.7 * UR)
        made = [
            kind(square, circle, color=colour, fill_opacity=0.6)
            for kind, colour in zip((m.Union, m.Intersection, m.Difference, m.Exclusion), COLOURS, strict=False)
        ]
        self.add(square, circle)
        self.play(*(one.animate.shift(2 * i * RIGHT + 3 * LEFT) for i, one in enumerate(made)), **SHORT)
        self.play(
            m.always_redraw(lambda: m.Intersection(square, circle, fill_opacity=1)).animate.shift(UP), **SHORT
        )


class Tables(m.Scene):
    """Tables of text."""

    def construct(self) -> None:
        table = m.Table([["1", "2"], ["3", "4"]], row_labels=[m.Text("a"), m.Text("b")], include_outer_lines=True)
        table.scale(0.6).to_edge(LEFT)
        entries = row(m.Text("1"), m.Square(0.3), m.Dot()).to_edge(RIGHT)
        self.play(table.create(), run_time=0.6)
        self.add(entries)
        table.add_highlighted_cell((2, 2), color=m.GREEN)
        self.wait(0.2)
        self.play(table.get_entries((2, 3)).animate.set_color(m.RED), entries.animate.shift(LEFT), **SHORT)


class Codes(m.Scene):
    """Code, paragraphs and markup."""

    def construct(self) -> None:
        code = m.Code(code_string="for k in range(3):\n    weight -= alpha * slope", language="python")
        markup = m.MarkupText('one <span foreground="red">red</span> <b>bold</b>').to_edge(DOWN)
        paragraph = m.Paragraph("two", "lines", alignment="center").to_edge(UP)
        self.play(m.FadeIn(code), m.Write(markup), m.FadeIn(paragraph), **SHORT)
        self.play(code.code_lines[1].animate.set_color(m.YELLOW), paragraph.animate.shift(DOWN), **SHORT)


class Numbers(m.Scene):
    """Numbers that change, in Typst."""

    def construct(self) -> None:
        number = m.DecimalNumber(1.5, mob_class=m.MathTypst)
        count = m.Integer(7, mob_class=m.MathTypst).shift(UP)
        formula = m.MathTypst("sum_(k=1)^n k^2").shift(2 * UP)
        self.add(number, count, formula)
        self.play(m.ChangeDecimalToValue(number, 2.5), **SHORT)
        self.play(m.ChangingDecimal(count, lambda alpha: 7 + 3 * alpha), m.Write(formula), **SHORT)


class Graphs(m.Scene):
    """Graphs of vertices and edges."""

    def construct(self) -> None:
        graph = m.Graph([1, 2, 3, 4], [(1, 2), (2, 3), (3, 4), (1, 3)], layout="circular")
        directed = m.DiGraph([1, 2, 3], [(1, 2), (2, 3)], layout="circular").shift(4 * RIGHT)
        self.play(m.Create(graph), m.FadeIn(directed), **SHORT)
        self.play(graph[1].animate.shift(UP), directed[2].animate.shift(DOWN), **SHORT)
        self.play(graph.animate.add_vertices(5, positions={5: 3 * LEFT}), **SHORT)
        self.play(graph.animate.remove_vertices(2), **SHORT)


class Plots(m.Scene):
    """Axes, curves, areas and bars."""

    def construct(self) -> None:
        axes = m.Axes(x_range=(-3, 3), y_range=(-1, 5), x_length=6, y_length=4, tips=True).to_edge(LEFT)
        curve = axes.plot(lambda x: x**2 / 2, color=m.YELLOW)
        bars = m.BarChart(
            [1, 3, 2], y_range=[0, 4, 1], x_length=4, y_length=3, y_axis_config={"include_numbers": False}
        )
        bars.to_edge(RIGHT)
        self.add(axes, bars)
        self.play(m.Create(curve), **SHORT)
        self.play(m.FadeIn(axes.get_area(curve, (0, 2), color=(m.BLUE, m.GREEN))), **SHORT)
        self.play(m.Create(axes.get_riemann_rectangles(curve, (-2, 2), dx=0.5)), **SHORT)
        self.play(bars.animate.change_bar_values([3, 1, 2]), **SHORT)
        self.add(m.ImplicitFunction(lambda x, y: x * y - 1, color=m.RED, max_quads=200), m.UnitInterval())
        self.play(m.Create(m.ParametricFunction(lambda t: (np.cos(t), np.sin(3 * t), 0), t_range=(0, 6))), **SHORT)


class Planes(m.Scene):
    """Number planes are transformed."""

    def construct(self) -> None:
        plane = m.NumberPlane()
        self.play(m.Create(plane), **SHORT)
        self.play(plane.animate.apply_matrix([[1, 0.5], [0, 1]]), **SHORT)
        plane.prepare_for_nonlinear_transform(10)
        self.play(plane.animate.apply_function(lambda p: p + 0.2 * np.sin(p[[1, 0, 2]])), **SHORT)
        self.play(m.FadeIn(m.PolarPlane(size=4)), m.FadeOut(plane), **SHORT)
        self.add(m.ComplexPlane(x_range=(-2, 2), y_range=(-2, 2)).set_opacity(0.4), m.SampleSpace())
        self.wait(0.1)


class VectorFields(m.Scene):
    """Fields of arrows and streams."""

    def construct(self) -> None:
        def field(p: Any) -> Any:
            return np.array([p[1], -p[0], 0]) / 3

        arrows = m.ArrowVectorField(field, x_range=[-6, 6, 1.5], y_range=[-3, 3, 1.5])
        dot = m.Dot(UP, radius=0.3)
        self.add(arrows, dot)
        dot.add_updater(arrows.get_nudge_updater())
        self.wait(0.3)
        streams = m.StreamLines(
            field, x_range=[-3, 3, 1], y_range=[-2, 2, 1], stroke_width=3, max_anchors_per_line=10
        )
        self.add(streams)
        streams.start_animation(warm_up=False, flow_speed=2)
        self.wait(0.4)


class Vectors(m.VectorScene):
    """Manim's own scene of vectors."""

    def construct(self) -> None:
        self.add_plane(animate=False)
        vector = self.add_vector([2, 1], animate=False)
        self.play(m.GrowArrow(m.Vector([1, 2])), vector.animate.set_color(m.RED), **SHORT)


class Linear(m.LinearTransformationScene):
    """Manim's own scene of linear maps."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(show_coordinates=False, leave_ghost_vectors=True, **kwargs)

    def construct(self) -> None:
        self.add_vector([1, 1], animate=False)
        self.apply_matrix([[1, 1], [0, 1]], run_time=0.4)


class MoreShapes(m.Scene):
    """Labels, tips, polygons, and shapes from SVG."""

    def construct(self) -> None:
        svg = m.config.get_dir("media_dir") / "drop.svg"
        svg.parent.mkdir(parents=True, exist_ok=True)
        svg.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            '<path d="M1 1 C9 1 9 8 4 8 Z" fill="#f80"/><circle cx="3" cy="5" r="2" stroke="#08f"/></svg>'
        )
        tips = (
            *(m.ArrowCircleFilledTip, m.ArrowSquareTip, m.ArrowSquareFilledTip),
            *(m.ArrowTriangleTip, m.ArrowTriangleFilledTip),
        )
        shapes = m.VGroup(
            *(m.Arrow(LEFT, RIGHT, tip_shape=tip) for tip in tips),
            m.Label(m.Text("label")),
            m.LabeledArrow(m.Text("x"), start=2 * LEFT, end=2 * RIGHT),
            m.LabeledPolygram([LEFT, UP, RIGHT, LEFT], label=m.Text("y")),
            m.Polygram([LEFT, UP, RIGHT], [DOWN, RIGHT, LEFT]),
            m.Polygon(LEFT, UP, RIGHT, fill_opacity=0.5),
            m.ArcPolygonFromArcs(m.ArcBetweenPoints(LEFT, UP), m.ArcBetweenPoints(UP, LEFT, angle=-1)),
            m.BraceBetweenPoints(LEFT, RIGHT),
            m.BraceLabel(m.Line(LEFT, RIGHT), "n", label_constructor=m.MathTypst),
            m.SVGMobject(svg, height=1),
            m.CurvesAsSubmobjects(m.Circle()).set_color_by_gradient(m.RED, m.BLUE),
            m.VDict({"a": m.Dot(), "b": m.Square(0.4)}, show_keys=False),
            m.Typst("some *bold* text"),
        ).arrange_in_grid(4, 5)
        shapes.scale_to_fit_width(11)
        self.add(m.FullScreenRectangle(color=m.GREEN), m.ScreenRectangle(height=6), shapes)
        self.play(shapes.animate.shift(0.3 * UP), **SHORT)
        point = m.ComplexValueTracker(1)
        dot = m.Dot().add_updater(lambda one: one.move_to(point.points[0]))
        self.add(dot)
        self.play(point.animate.set_value(2 - 1j), **SHORT)


class MoreTables(m.Scene):
    """Tables of numbers and of shapes, in Typst."""

    def construct(self) -> None:
        typst = {"mob_class": m.MathTypst}
        shapes = m.MobjectTable([[m.Dot(), m.Square(0.4)]], include_background_rectangle=True)
        whole = m.IntegerTable([[1, 2], [3, 4]], element_to_mobject_config=typst)
        parts = m.DecimalTable([[1.5, 2.5]], element_to_mobject_config={**typst, "num_decimal_places": 1})
        formulae = m.MathTable([["a^2", "b_1"]], element_to_mobject=m.MathTypst)
        tables = m.VGroup(shapes, whole, parts, formulae).arrange_in_grid(2, 2).scale_to_fit_height(6)
        self.add(tables)
        self.play(whole.animate.set_row_colors(m.RED, m.GREEN), shapes.animate.shift(LEFT), **SHORT)
