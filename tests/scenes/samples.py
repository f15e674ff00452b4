"""How many parameter sets a scene is walked with, beyond the extremes that its test names.

A walk takes about a second, so a failing set is told as it was found: to shrink it would take minutes.
"""

from hypothesis import Phase, settings

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
QUICK = settings(max_examples=10, phases=PHASES)
THOROUGH = settings(max_examples=150, phases=PHASES)
