"""What of Manim this package stands on, besides its public interface: all of it is listed here, and checked.

On a version that it does not know, or where a name is missing, scenes are rendered by Manim itself.
"""

import importlib
from functools import cache
from types import FunctionType

KNOWN_VERSION = "0.22"

NAMES = {
    "manim.scene.scene": ["CairoRenderer", "resolve_render_session"],
    "manim.renderer.cairo_renderer": [
        "CairoRenderer.init_scene",
        "CairoRenderer.play",
        "CairoRenderer.update_frame",
        "CairoRenderer.render",
        "CairoRenderer.add_frame",
        "CairoRenderer.get_frame",
        "CairoRenderer.freeze_current_frame",
        "CairoRenderer.save_static_frame_data",
    ],
    "manim.camera.camera": [
        "CAP_STYLE_MAP",
        "LINE_JOIN_MAP",
        "Camera.capture_mobjects",
        "Camera.get_cairo_context",
        "Camera.get_fill_rgbas",
        "Camera.get_stroke_rgbas",
        "Camera.set_cairo_context_path",
        "Camera.set_pixel_array",
        "Camera.transform_points_pre_display",
    ],
    "manim.camera.moving_camera": ["MovingCamera"],
    "manim.camera.three_d_camera": [
        "ThreeDCamera.get_rotation_matrix",
        "ThreeDCamera.project_points",
        "ThreeDCamera.reset_rotation_matrix",
    ],
    "manim.mobject.types.image_mobject": ["AbstractImageMobject"],
    "manim.mobject.types.vectorized_mobject": [
        "VMobject.consider_points_equals_2d",
        "VMobject.generate_rgbas_array",
        "VMobject.get_anchors",
        "VMobject.get_curve_functions_with_lengths",
        "VMobject.get_fill_rgbas",
        "VMobject.get_gradient_start_and_end_points",
        "VMobject.get_nth_curve_function",
        "VMobject.get_nth_curve_function_with_length",
        "VMobject.get_nth_curve_length_pieces",
        "VMobject.get_nth_curve_points",
        "VMobject.get_num_curves",
        "VMobject.get_points_defining_boundary",
        "VMobject.get_sheen_factor",
        "VMobject.update_rgbas_array",
        "VMobject.get_stroke_rgbas",
        "VMobject.get_subpath_split_indices_from_points",
    ],
    "manim.mobject.mobject": [
        "Mobject.__deepcopy__",
        "Mobject._iter_family",
        "Mobject.get_critical_point",
        "Mobject.get_extremum_along_dim",
        "Mobject.get_family",
        "Mobject.get_z_index_reference_point",
        "rotation_matrix",
    ],
    "manim.utils.bezier": ["bezier"],
    "manim.utils.color": ["ManimColor.__init__", "ManimColor._internal_value"],
    "manim.utils.iterables": ["remove_list_redundancies"],
    "manim.utils.space_ops": ["rotation_matrix"],
    "manim.mobject.text.numbers": ["DecimalNumber._string_to_mob", "string_to_mob_map"],
    "manim.scene.scene_file_writer": [
        "SceneFileWriter._concat_manifest_bytes",
        "SceneFileWriter._create_segment_encoder",
        "SceneFileWriter.abort_encode_jobs",
        "SceneFileWriter.add_partial_movie_file",
        "SceneFileWriter.begin_animation",
        "SceneFileWriter.close_partial_movie_stream",
        "SceneFileWriter.combine_files",
        "SceneFileWriter.combine_to_movie",
        "SceneFileWriter.end_animation",
        "SceneFileWriter.finish",
        "SceneFileWriter.next_section",
        "SceneFileWriter.write_frame",
    ],
    "manim.scene.video_segment_encoder": [
        "VideoSegmentEncoder._operation_error",
        "VideoSegmentEncoder._validate_frame",
    ],
    "manim.utils.family": ["extract_mobject_family_members"],
    "manim._config.video_encoder": ["VideoEncoderSpec"],
}
"""Modules, and the names in them."""

ATTRIBUTES = {
    "manim.renderer.cairo_renderer:CairoRenderer.__init__": ["camera", "skip_animations", "static_image"],
    "manim.scene.scene_file_writer:SceneFileWriter.__init__": [
        "_current_encode_job",
        "output_spec",
        "video_encoder",
    ],
    "manim.scene.video_segment_encoder:VideoSegmentEncoder.__init__": ["_container", "_next_pts", "_stream"],
    "manim.camera.camera:Camera.__init__": [
        "background_image",
        "cairo_line_width_multiple",
        "frame_rate",
        "use_z_index",
    ],
    "manim.camera.three_d_camera:ThreeDCamera.__init__": [
        "exponential_projection",
        "fixed_in_frame_mobjects",
        "fixed_orientation_mobjects",
        "light_source",
        "should_apply_shading",
    ],
    "manim.mobject.types.vectorized_mobject:VMobject.__init__": [
        "joint_type",
        "shade_in_3d",
        "tolerance_for_point_equality",
    ],
}
"""Methods, and the attributes that they give their objects."""


@cache
def obstacle() -> str:
    """Return, in a line, why this Manim cannot be rendered quickly; an empty line if it can."""
    import manim

    if not manim.__version__.startswith(f"{KNOWN_VERSION}."):
        why = f"it knows Manim {KNOWN_VERSION}, and this is {manim.__version__}"
    elif missing := _missing():
        why = f"this Manim {manim.__version__} lacks {', '.join(missing)}"
    else:
        return ""
    return f"fastcairo leaves the rendering to Manim: {why}"


def _missing() -> list[str]:
    """Return those of the names that are not there."""
    absent = [
        f"{module}.{name}" for module, names in NAMES.items() for name in names if _find(module, name) is None
    ]
    for method, attributes in ATTRIBUTES.items():
        function = _find(*method.split(":"))
        known = function.__code__.co_names if isinstance(function, FunctionType) else ()
        absent += [
            f"{method.split(':')[1].removesuffix('.__init__')}.{name}" for name in attributes if name not in known
        ]
    return absent


def _find(module: str, name: str) -> object:
    """Return what a dotted name in a module stands for; None if there is no such thing."""
    try:
        found: object = importlib.import_module(module)
    except ImportError:
        return None
    for part in name.split("."):
        found = getattr(found, part, None)
    return found
