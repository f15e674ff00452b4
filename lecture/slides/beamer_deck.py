r"""Talks for LaTeX: a Beamer file with a frame for each clip, whose poster fills it and is a link to the video.

pdfLaTeX and LuaLaTeX compile it. A click on a frame opens the video in the system's player, where the
viewer allows that: few viewers play videos inside PDF. The alt texts are given to `\includegraphics`, which is
LaTeX's own way; they reach the PDF where it is tagged.
"""

import re
from pathlib import Path

from lecture.engine.clip_index import Clip, SceneClips
from lecture.engine.plain_text import plain
from lecture.slides.media_folder import media_of, place_of
from lecture.slides.talk import Talk
from scenes.settings.theme import THEMES

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    '"': r"\textquotedbl{}",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
}
_TO_ESCAPE = re.compile(r"""[\\~^`"{}$&#_%]|(?<=([-',<>]))\1""")  # two hyphens would become a dash, and so on

_GREEK = """
    α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
    σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon
    Φ Phi Ψ Psi Ω Omega
"""
_SIGNS = {
    **{sign: f"\\{name}" for sign, name in zip(_GREEK.split()[::2], _GREEK.split()[1::2], strict=True)},
    **{sign: f"^{{{digit}}}" for sign, digit in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True)},
    **{sign: f"_{{{digit}}}" for sign, digit in zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)},
    **{"−": "-", "×": r"\times", "·": r"\cdot", "÷": r"\div", "±": r"\pm", "√": r"\surd", "∞": r"\infty"},
    **{"≈": r"\approx", "≠": r"\ne", "≤": r"\le", "≥": r"\ge", "≪": r"\ll", "≫": r"\gg"},
    **{"→": r"\to", "←": r"\gets", "∂": r"\partial", "∇": r"\nabla", "∑": r"\sum"},
}
"""Signs that some fonts do not have, as LaTeX's mathematics has them."""

_PREAMBLE = r"""% A talk of clips, for pdfLaTeX or LuaLaTeX. A click on a frame opens its video.
\documentclass[aspectratio=169]{beamer}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
\fi
\usepackage{lmodern}
\definecolor{ground}{HTML}{@ground@}
\setbeamercolor{background canvas}{bg=ground}
\setbeamertemplate{navigation symbols}{}
% Without the % this line shows what is said, on a page after each frame:
% \setbeameroption{show notes}

\newcommand{\video}[3]{% the poster, the video that it links to, and what can be seen on it
  \vbox to \paperheight{\vss\hbox to \textwidth{\hss\href{run:\detokenize{#2}}{%
    \includegraphics[width=\paperwidth, height=\paperheight, keepaspectratio, alt={#3}]%
      {\detokenize{#1}}}\hss}\vss}}

\makeatletter
\@ifundefined{KV@Gin@alt}{\define@key{Gin}{alt}{}}{} % for LaTeX from before 2021
% pdfLaTeX shows a ? for what its fonts do not have; for LuaLaTeX, \setsansfont of fontspec chooses another font.
\def\UTFviii@undefined@err#1{?}
\makeatother

"""
_DECLARE = r"""\newcommand{\sign}[2]{% how a character is set, for both engines
  \ifPDFTeX
    \DeclareUnicodeCharacter{#1}{\ensuremath{#2}}%
  \else
    \catcode"#1=\active
    \begingroup\lccode`\~="#1\lowercase{\endgroup\protected\def~}{\ensuremath{#2}}%
  \fi}
"""


def files_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return a talk as a LaTeX file, and its media.

    Args:
        talk: The talk.
        name: The name of its file.
    """
    frames = [_section(name, scene) for scene in talk.scenes]
    body = "\n".join(
        [rf"\title{{{_escaped(talk.title)}}}", r"\date{}", r"\begin{document}", *frames, r"\end{document}"]
    )
    preamble = _PREAMBLE.replace("@ground@", THEMES[talk.theme].ground.removeprefix("#"))
    return {name: f"{preamble}{_declared(body)}{body}\n".encode(), **media_of(talk, name)}


def _section(name: str, scene: SceneClips) -> str:
    """Return the frames of a scene, with headings that only outlines and tables of contents show."""
    return "\n".join(
        [rf"\section{{{_escaped(scene.title)}}}", *(_frame(name, scene, clip) for clip in scene.clips)]
    )


def _frame(name: str, scene: SceneClips, clip: Clip) -> str:
    """Return the frame of a clip."""
    poster, video = (place_of(name, scene, clip, ending) for ending in (".png", ".mp4"))
    return rf"""
\subsection{{{_escaped(clip.label or scene.title)}}}
\begin{{frame}}[plain]
  \video{{{poster}}}{{{video}}}{{{_escaped(clip.alt)}}}
  \note{{{_escaped(clip.transcript)}}}
\end{{frame}}
"""


def _declared(body: str) -> str:
    """Return how the special characters in a text are set."""
    found = sorted(_SIGNS.keys() & set(body))
    lines = [rf"\sign{{{ord(sign):04X}}}{{{_SIGNS[sign]}}} % {sign}" for sign in found]
    return "\n".join([_DECLARE.rstrip(), *lines, "\n"]) if lines else ""


def _escaped(text: str) -> str:
    """Return a text in one line, as LaTeX that shows it as it is."""
    return _TO_ESCAPE.sub(lambda found: _SPECIAL.get(found[0], f"{{}}{found[0]}"), plain(text))
