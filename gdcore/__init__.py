"""Exact trajectories of gradient descent and of hot and cold learning: numbers only, nothing drawn."""

from gdcore.descent import Descent, gradient_descent
from gdcore.error_curve import ErrorCurve
from gdcore.hot_and_cold import HotAndCold, hot_and_cold
from gdcore.measures import absolute_error, mean_error, pure_error, squared_error
from gdcore.outcome import Outcome
from gdcore.rods import LinkedRods
from gdcore.steps import StepKind, share_left, step_kind

__all__ = [
    "Descent",
    "ErrorCurve",
    "HotAndCold",
    "LinkedRods",
    "Outcome",
    "StepKind",
    "absolute_error",
    "gradient_descent",
    "hot_and_cold",
    "mean_error",
    "pure_error",
    "share_left",
    "squared_error",
    "step_kind",
]
