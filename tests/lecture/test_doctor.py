"""The checks of the installation, each with what it finds where something is missing."""

import builtins
import importlib.metadata
import platform
import re
import shutil
import sys
import tempfile
import tomllib
from collections import namedtuple
from importlib.metadata import EntryPoint, EntryPoints, PackageNotFoundError
from pathlib import Path
from typing import Any

import av
import cairo
import pytest

from lecture.command_line import doctor
from lecture.command_line.doctor import Finding, examine
from scenes.settings import manim_config
from scenes.stage.type import outlines

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["Python", "Manim", "Pillow", "Cairo and Pango", "fonts", "encoders", "plug-in", "disk", "player"]
Usage = namedtuple("Usage", "total used free")


def is_bad(finding: Finding, found: str, remedy: str) -> bool:
    """Tell whether a finding says what is wrong, in a line, and what to do."""
    assert "\n" not in finding.found
    return not finding.well and bool(re.search(found, finding.found)) and bool(re.search(remedy, finding.remedy))


def test_this_installation_is_well(tmp_path: Path) -> None:
    """Where the tests run, everything can be used, in the order in which it is needed, and nothing is advised."""
    findings = examine(tmp_path / "renders")
    assert [finding.what for finding in findings] == NAMES
    assert all(finding.well and finding.found and not finding.remedy for finding in findings), findings
    assert not [*tmp_path.iterdir()]


def test_versions_are_those_that_are_there(tmp_path: Path) -> None:
    """Findings name the versions of what is installed."""
    found = {finding.what: finding.found for finding in examine(tmp_path)}
    assert found["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert found["Manim"] == importlib.metadata.version("manim")
    assert found["Pillow"] == importlib.metadata.version("pillow")
    assert importlib.metadata.version("pycairo") in found["Cairo and Pango"]
    assert importlib.metadata.version("manimpango") in found["Cairo and Pango"]
    assert importlib.metadata.version("typst") in found["fonts"]
    assert importlib.metadata.version("av") in found["encoders"]


def test_what_is_asked_for_is_what_the_project_declares() -> None:
    """The versions are those of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {doctor.required("manim"), doctor.required("pillow")} <= {*project["dependencies"]}
    assert project["requires-python"] == ">=" + ".".join(map(str, doctor.PYTHON))


@pytest.mark.parametrize(
    ("version", "well"),
    [("2.7.18", False), ("3.9.2", False), ("3.10.14", False), ("3.11.0", True), ("3.14.0rc1", True)],
)
def test_an_old_python_is_found(monkeypatch: pytest.MonkeyPatch, version: str, well: bool) -> None:
    """Python has to be 3.11 at least; versions are compared as numbers."""
    monkeypatch.setattr(platform, "python_version", lambda: version)
    monkeypatch.setattr(platform, "python_version_tuple", lambda: tuple(version.split(".")))
    assert (doctor.python().well, doctor.python().found) == (well, version)
    assert well or is_bad(doctor.python(), version, "Python 3.11")


def requirements(monkeypatch: pytest.MonkeyPatch, version: str, *requires: str) -> None:
    """Have every package in one version, and a project with these requirements."""
    monkeypatch.setattr(importlib.metadata, "version", lambda _: version)
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: ["numpy>=2", *requires, 'ruff; extra == "dev"'])


def test_another_manim_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other version than the one that the project pins is named, with the right one."""
    requirements(monkeypatch, "0.22.1", "manim[typst]==0.22.0")
    assert is_bad(doctor.manim(), r"^0\.22\.1$", r'pip install "manim\[typst\]==0\.22\.0"')
    requirements(monkeypatch, "0.22.1", "manim[typst]==0.22.1")
    assert doctor.manim() == Finding("Manim", True, "0.22.1", "")


@pytest.mark.parametrize(
    ("version", "well"),
    [("9.5.0", True), ("12.9.1", True), ("13.0.0", False), ("13.1rc1", False), ("100.0", False)],
)
def test_a_pillow_that_is_too_new_is_found(monkeypatch: pytest.MonkeyPatch, version: str, well: bool) -> None:
    """It has to be below what the project says; versions are compared as numbers."""
    requirements(monkeypatch, version, "pillow<13")
    assert (doctor.pillow().well, doctor.pillow().found) == (well, version)
    assert well or is_bad(doctor.pillow(), version, 'pip install "pillow<13"')


@pytest.mark.parametrize("check", [doctor.manim, doctor.pillow])
def test_a_missing_package_is_found(monkeypatch: pytest.MonkeyPatch, check: Any) -> None:
    """A package that is not installed is a finding; so is a project that is not."""

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert is_bad(check(), "^not installed$", r'pip install "(manim\[typst\]==|pillow<)')
    monkeypatch.undo()
    monkeypatch.setattr(importlib.metadata, "requires", missing)
    assert is_bad(check(), "^no installed project says which version", f"pip install .*{re.escape(str(ROOT))}")


@pytest.mark.parametrize(
    ("module", "check", "remedy"),
    [
        ("cairo", doctor.drawing, "libcairo2-dev.* pycairo manimpango"),
        ("manimpango", doctor.drawing, "libpango1.0-dev"),
        ("typst", doctor.fonts, "typst>="),
        ("scenes.stage.type.outlines", doctor.fonts, "the advice above.*manim"),
        ("av", doctor.encoders, "--force-reinstall av"),
    ],
)
def test_a_missing_module_is_found(monkeypatch: pytest.MonkeyPatch, module: str, check: Any, remedy: str) -> None:
    """A library that cannot be imported is named, with how to install it."""
    monkeypatch.setitem(sys.modules, module, None)
    assert is_bad(check(), f"ModuleNotFoundError: .*{module}", remedy)


def test_whatever_an_import_raises_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken library may raise anything, in many lines: the first is told."""
    real = builtins.__import__

    def broken(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "cairo":
            raise OSError("libcairo.so.2: cannot open shared object file\nand so on")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", broken)
    assert is_bad(doctor.drawing(), "^OSError: libcairo.so.2: cannot open shared object file$", "libcairo2-dev")


def test_a_library_of_another_shape_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library without what the check asks for, or an error without a text, is told by its kind."""

    def refuse() -> str:
        raise RuntimeError

    monkeypatch.setattr(cairo, "cairo_version_string", refuse)
    assert is_bad(doctor.drawing(), "^RuntimeError$", "pycairo")
    monkeypatch.delattr(cairo, "cairo_version_string")
    assert is_bad(doctor.drawing(), "^AttributeError: ", "pycairo")


@pytest.mark.parametrize("font", ["WORDS_FONT", "MONO_FONT"])
def test_a_missing_font_is_found(monkeypatch: pytest.MonkeyPatch, font: str) -> None:
    """A font that Typst does not know is named."""
    monkeypatch.setattr(outlines, font, "No Such Letters")
    finding = doctor.fonts()
    assert is_bad(finding, "(?i)no such letters", "Reinstall Typst")
    assert "New Computer Modern" not in finding.found


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ({"libx264"}, "libx264"),
        ({"gif", "libvpx-vp9"}, "libvpx-vp9, gif"),
        ({"qtrle", "png"}, "qtrle or png"),
        ({"qtrle"}, ""),
        ({"png"}, ""),
    ],
)
def test_missing_encoders_are_found(monkeypatch: pytest.MonkeyPatch, without: set[str], missing: str) -> None:
    """Encoders that PyAV was built without are named; for transparency one of two is enough."""
    real = av.codec.Codec

    def codec(name: str, mode: str) -> Any:
        return real("no such codec" if name in without else name, mode)

    monkeypatch.setattr(av.codec, "Codec", codec)
    finding = doctor.encoders()
    if missing:
        assert is_bad(finding, f"without {missing}$", "Reinstall PyAV")
    else:
        assert finding.well
        assert not without & set(re.findall(r"[\w-]+", finding.found))


def test_a_missing_plugin_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plug-ins of others do not count."""
    others = EntryPoints([EntryPoint("lecture", "others.plugin", "manim.plugins")])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: others)
    assert is_bad(doctor.plugin(), r"scenes\.py", f"pip install .*{re.escape(str(ROOT))}")


def test_a_full_disk_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Less than a gigabyte is too little for videos; a gigabyte is enough."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2e9, 1e9, 1e9))
    assert doctor.disk(tmp_path) == Finding("disk", True, f"1 GB free in {tmp_path}", "")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2e9, 1e9, 999e6))
    assert is_bad(doctor.disk(tmp_path), "^only 999 MB free in ", "another folder")


def test_the_nearest_folder_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a folder that is not there yet the nearest one above it counts; nothing is made or left there."""
    monkeypatch.chdir(tmp_path)
    for out in (tmp_path / "a" / "b", Path("a/b/c"), Path()):
        finding = doctor.disk(out)
        assert finding.well
        assert finding.found.endswith(f"free in {tmp_path}")
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("target", [None, "renders", "nowhere"])
def test_what_is_no_folder_is_found(target: str | None, tmp_path: Path) -> None:
    """A file in the place of the folder, or above it, is named; so is a link to itself, or to nothing."""
    if target is None:
        (tmp_path / "renders").write_text("")
    else:
        (tmp_path / "renders").symlink_to(target)
    for out in (tmp_path / "renders", tmp_path / "renders" / "videos"):
        assert is_bad(doctor.disk(out), r"renders is not a folder$", "another folder")


def test_a_protected_folder_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that may not be written to is named, with the reason."""

    def refuse(*, dir: Path) -> None:
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert is_bad(doctor.disk(tmp_path), r" cannot be written to \(Permission denied\)$", "another folder")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no folder that nobody may write to")
def test_a_folder_that_not_even_root_can_write_to_is_found() -> None:
    """The check writes, rather than to trust permissions, which mean nothing to root."""
    assert is_bad(doctor.disk(Path("/proc/renders")), r"^/proc cannot be written to \(", "another folder")


def test_a_missing_player_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a desktop, or where it cannot be told, all is well, and a remark says so."""
    monkeypatch.setattr(manim_config, "has_desktop", lambda: True)
    assert doctor.player() == Finding("player", True, "videos can be shown", "")
    monkeypatch.setattr(manim_config, "has_desktop", lambda: False)
    assert doctor.player().well
    assert "no desktop" in doctor.player().found
    monkeypatch.setitem(sys.modules, "scenes.settings.manim_config", None)
    assert doctor.player().well
    assert "unknown (ModuleNotFoundError: " in doctor.player().found


def test_every_trouble_at_once_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With every library gone the findings are still complete."""
    for module in (
        "av",
        "cairo",
        "manim",
        "manimpango",
        "scenes.stage.type.outlines",
        "scenes.stage.direction.scene",
        "typst",
    ):
        monkeypatch.setitem(sys.modules, module, None)
    findings = examine(tmp_path)
    assert [finding.what for finding in findings] == NAMES
    assert [finding.what for finding in findings if not finding.well] == ["Cairo and Pango", "fonts", "encoders"]
    assert all(bool(finding.remedy) != finding.well for finding in findings)
