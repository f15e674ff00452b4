"""The models of the project's scenes, and one with what they do not have."""

from typing import Annotated

from pydantic import Field

import scenes
from scenes.settings.parameters import Parameters


class Hill(Parameters):
    """Parameters with what the scenes of the project do not have."""

    lamps: Annotated[tuple[float, ...], Field(max_length=3, description="Heights, in a row.")] = ()
    stuck: Annotated[int, Field(ge=3, le=3, description="A number that cannot change.")] = 3
    balls: Annotated[int, Field(ge=3, le=4, description="How many balls roll.")] = 3
    height: Annotated[float, Field(gt=0, description="The height.", json_schema_extra={"unit": "m"})] = 1234567.25


def models() -> dict[str, type[Parameters]]:
    """Return the models of the project's scenes, and one more."""
    return {**{name: type(getattr(scenes, name).params) for name in scenes.SCENES}, "Hill": Hill}
