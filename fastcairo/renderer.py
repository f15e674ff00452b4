"""Manim's renderer, which draws, hands on and encodes only what changes from frame to frame."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from manim import Mobject, Scene
from manim.camera.camera import Camera
from manim.renderer.cairo_renderer import CairoRenderer
from manim.utils.iterables import list_update

from fastcairo.cameras import watched
from fastcairo.copies import quick_copies
from fastcairo.painter import Painter
from fastcairo.rectangles import Rectangle, merged
from fastcairo.shortcuts import shortcuts
from fastcairo.writer import FRAMES_AHEAD, ChangesWriter
from fastcairo.x264 import quick

_SECONDS_TO_HANDOVER = 0.001
"""Python's own is 5 ms; with this a lesson took 23 s, with that 25, and with a fifth of this 28."""


@contextmanager
def _quick_handover() -> Iterator[None]:
    """Let the encoder's thread have Python soon: it needs little of it, but many times for each frame."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SECONDS_TO_HANDOVER)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class FastRenderer(CairoRenderer):
    """A renderer for `Scene(renderer=…)`; where it does not know how something is drawn, Manim draws it.

    It notices what is drawn by the methods of the camera, but not who writes into its arrays of pixels in place.

    Args:
        file_writer_class: What writes the files.
        camera_class: The camera; of Manim's, `Camera`, `MovingCamera` and `ThreeDCamera` are quick.
        skip_animations: Whether animations are skipped.
    """

    def __init__(
        self,
        file_writer_class: Any = ChangesWriter,
        camera_class: type[Camera] | None = None,
        skip_animations: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(file_writer_class, watched(camera_class or Camera), skip_animations, **kwargs)
        self._painter = Painter(self.camera)
        self.static_image: Any = None
        self._changed: list[Rectangle] = []

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        """Make the writer of files, with options that encode sooner."""
        encoder = quick(session_spec.video_encoder)
        scene.session_spec = replace(session_spec, video_encoder=encoder)
        settings = replace(
            file_writer_settings,
            video_encoder=encoder,
            # Drawing runs ahead of an encoder that has much to do, as in a wait; the writer bounds the memory.
            encoder_queue_size=max(FRAMES_AHEAD, file_writer_settings.encoder_queue_size),
            max_inflight_encoders=max(2, file_writer_settings.max_inflight_encoders),
        )
        super().init_scene(scene, scene.session_spec, settings)

    def play(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Play animations."""
        with quick_copies(), shortcuts(), _quick_handover():
            super().play(scene, *args, **kwargs)

    @property
    def painter(self) -> Painter:
        """What paints on the pixels of the camera, which a scene may exchange."""
        if self._painter.camera is not self.camera:
            self._painter = Painter(self.camera)
            self._changed = [self._whole]
        return self._painter

    def save_static_frame_data(self, scene: Scene, static_mobjects: Iterable[Mobject]) -> Any:
        """Paint what will not move during an animation."""
        self.static_image = None
        if not static_mobjects:
            return None
        if not self.painter.stands_still(static_mobjects):
            return super().save_static_frame_data(scene, static_mobjects)
        self.static_image = self.painter.still_image
        return self.static_image

    def update_frame(
        self,
        scene: Scene,
        mobjects: Iterable[Mobject] | None = None,
        include_submobjects: bool = True,
        ignore_skipping: bool = True,
        **kwargs: Any,
    ) -> None:
        """Bring the pixels of the camera up to date."""
        if self.skip_animations and not ignore_skipping:
            return
        changed = None
        if include_submobjects and not kwargs:
            shown = mobjects or list_update(scene.mobjects, scene.foreground_mobjects)
            changed = self.painter.paint(shown, self.static_image)
        if changed is None:
            super().update_frame(scene, mobjects, include_submobjects, ignore_skipping, **kwargs)
            changed = [self._whole]
        self._changed = merged([*self._changed, *changed]) if self._changed else changed

    def render(self, scene: Scene, time: float, moving_mobjects: Iterable[Mobject] | None = None) -> None:
        """Draw a frame and write it."""
        self.update_frame(scene, moving_mobjects)
        self._write(1)

    def freeze_current_frame(self, duration: float) -> None:
        """Write the frame as it is for some seconds."""
        self._write(int(duration / (1 / self.camera.frame_rate)))

    def add_frame(self, frame: Any, num_frames: int = 1) -> None:
        """Write a frame that somebody else has made."""
        super().add_frame(frame, num_frames)
        self._changed = [self._whole]

    def _write(self, repeat: int) -> None:
        """Write the frame that the camera shows."""
        if self.skip_animations:
            return
        if not getattr(self.file_writer, "takes_changes", False):
            self.add_frame(self.get_frame(), repeat)
            return
        self.time += repeat * (1 / self.camera.frame_rate)
        self.file_writer.write_changes(self.camera.pixel_array, self._changed, repeat)
        self._changed = []

    @property
    def _whole(self) -> Rectangle:
        return 0, 0, self.camera.pixel_width, self.camera.pixel_height
