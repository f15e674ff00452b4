"""Gifs of the fast renderer: a picture that has come to rest has its colours."""

import tempfile
from typing import Any

import av
import numpy as np
from manim import GREEN, PURPLE, RIGHT, Create, Scene, Square, Star, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from fastcairo.renderer import FastRenderer


class ColoursAtRest(Scene):
    """Many colours pass by; the last picture has others, and rests."""

    def construct(self) -> None:
        star = Star(fill_opacity=1, color="#FFE066").shift(4 * RIGHT)
        self.play(star.animate.shift(-8 * RIGHT).set_fill("#247BA0"), run_time=2)
        self.play(Create(Square(3, fill_opacity=1, color="#70C1B3")), star.animate.set_fill(PURPLE))
        self.add(Square(1, fill_opacity=1, stroke_width=0, color=GREEN))
        self.wait(4)


def last_pictures(renderer: Any) -> tuple[Any, Any, int]:
    """Render the scene as a gif; return the last picture as it is there, and as it was drawn, and the frames."""
    settings = {
        **{"pixel_width": 320, "pixel_height": 180, "frame_rate": 15, "format": "gif", "disable_caching": True},
        **{"progress_bar": "none", "verbosity": "ERROR"},
    }
    with tempfile.TemporaryDirectory() as folder, tempconfig({**settings, "media_dir": folder}):
        made = renderer()
        scene = ColoursAtRest(renderer=made)
        scene.render()
        made.static_image = None
        made.update_frame(scene)
        with av.open(str(made.file_writer.gif_file_path)) as container:
            shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
        return shown[-1].astype(int), made.get_frame()[..., :3].astype(int), len(shown)


def test_the_colours_of_a_picture_at_rest() -> None:
    """They differ from what was drawn by little, and by less than in Manim's gif; no frame is missing."""
    (plain, drawn, count), (fast, _, ours) = (last_pictures(one) for one in (CairoRenderer, FastRenderer))
    assert ours == count == 15 * 7
    colours, numbers = np.unique(drawn.reshape(-1, 3), axis=0, return_counts=True)
    flat = colours[numbers > 300]
    assert len(flat) == 4
    for colour in flat:
        at = (drawn == colour).all(axis=2)
        by, manims = (float(np.abs(np.median(one[at], axis=0) - colour).max()) for one in (fast, plain))
        assert by <= min(4, max(manims, 1)), colour
