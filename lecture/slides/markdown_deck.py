"""Talks in Markdown: for Marp, Quarto, pandoc and reveal.js, or to be read as they are.

Slides are parted by `---`, which all of these take for that. What is said stands in comments of HTML, the only
notes that no renderer shows to the audience: Marp takes them for notes of the speaker, the others leave them out.
What Quarto and pandoc (`::: notes`) or reveal.js (`Note:`) take for notes would stand on the slides of all others.
"""

import re
from pathlib import Path
from urllib.parse import quote

from lecture.engine.clip_index import Clip, SceneClips
from lecture.engine.plain_text import plain
from lecture.slides.media_folder import media_of, place_of
from lecture.slides.talk import Talk

# Only where they would mean something: markdown-it, and so Marp, leaves out of alt texts whatever is escaped.
_SPECIAL = re.compile(
    r"[\\`[\]{$~^]|[<&@](?=\S)|-(?=-)"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # weight_delta stays as it is
    r"|#(?=#*$)"  # a heading may end with them
)
_END_OF_COMMENT = re.compile(r"--(?=!?>)")
_NOTES = "Transcript"


def files_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return a talk in Markdown, and its media.

    Args:
        talk: The talk.
        name: The name of its file.
    """
    slides = [f"# {_escaped(talk.title)}\n", *(_slide(talk, name, scene, clip) for scene, clip in talk.slides)]
    return {name: "\n---\n\n".join(slides).encode(), **media_of(talk, name)}


def _slide(talk: Talk, name: str, scene: SceneClips, clip: Clip) -> str:
    """Return a slide: a heading, the poster, which is a link to the video, and what is said."""
    poster, video = (quote(place_of(name, scene, clip, ending)) for ending in (".png", ".mp4"))
    slide = f"## {_escaped(talk.heading(scene, clip))}\n\n[![{_escaped(clip.alt)}]({poster})]({video})\n"
    return slide + _notes(plain(clip.transcript))


def _notes(text: str) -> str:
    """Return a text as a comment; it cannot end the comment early.

    With a line before it that has no colon, it is not YAML: Marp would take `Step 1: down` for a setting.
    """
    if not text:
        return ""
    harmless = _END_OF_COMMENT.sub("-\N{WORD JOINER}-", text)
    return f"\n<!--\n{_NOTES}\n{harmless}\n-->\n"


def _escaped(text: str) -> str:
    """Return a text in one line, as Markdown that shows it as it is."""
    return _SPECIAL.sub(r"\\\g<0>", plain(text))
