"""The parameters of ArcherError."""

from typing import Annotated

from pydantic import Field

from scenes.settings.parameters import Parameters

Miss = Annotated[float, Field(ge=-1e9, le=1e9)]


AnyMiss = Annotated[float, Field(ge=-1e12, le=1e12)]


class ArcherErrorParams(Parameters):
    """The parameters of ArcherError: the shots, and the misses that show what the measures do."""

    misses: Annotated[
        tuple[Miss, ...],
        Field(
            min_length=1,
            max_length=6,
            description="How far the shots land above (plus) or below (minus) the centre.",
            json_schema_extra={"unit": "inches"},
        ),
    ] = (2, -2)
    big_miss: Annotated[
        float, Field(ge=1, le=1e6, description="A big miss, to show what squaring does to it.")
    ] = 10
    small_miss: Annotated[
        float, Field(gt=0, lt=1, description="A miss below 1, to show what squaring does to it.")
    ] = 0.01
    cancelling: Annotated[
        tuple[AnyMiss, ...],
        Field(min_length=2, max_length=6, description="Misses whose three means are compared at the end."),
    ] = (1000, -1000)
