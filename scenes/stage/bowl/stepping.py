"""A step as it is seen: the tangent becomes an arrow, alpha scales it, it is laid down, and the dot follows."""

from typing import Any

from scenes.stage.bowl.closing import Stride
from scenes.stage.bowl.learning import LearningScene


class SteppingScene(LearningScene):
    """What lessons do alike in which steps are seen, from the tangent to the landing."""

    def place_bowl(self, strides: int) -> None:
        """Place the whole bowl as it stands after so many strides, with the ghosts that they have left."""
        bowl, weights = self.bowl, self.numbers.descent.weight
        bowl.show_goal()
        for stride in self.numbers.strides[:strides]:
            if not stride.lapse:
                bowl.leave_ghost(float(weights[stride.start]))
        bowl.redraw()
        self.write_error()
        self.add(bowl)

    def place_state(self, strides: int) -> None:
        """Place machine and bowl as they stand after so many strides."""
        done = self.numbers.strides[:strides]
        state, view = (done[-1].end, done[-1].view) if done else (0, self.numbers.first_view)
        self.build(state, view)
        self.add(self.machine)
        self.place_bowl(strides)

    def write_error(self) -> None:
        """Write the error beside the dot."""
        self.bowl.write_error("0")
        self.show_weight(self.bowl.weight)

    # the arrow ------------------------------------------------------------------------------------------------

    def arrow_at(self, weight: float, size: float, height: float) -> dict[str, Any]:
        """Return where an arrow points that begins over a weight, is so long, and stands at a height.

        One that would leave the axes ends there, and is broken.
        """
        bowl = self.bowl
        end = weight + size
        return {
            "start": bowl.at_height(weight, height),
            "end": bowl.at_height(end, height),
            "broken": not bowl.box.left <= float(bowl.point(end, 0)[0]) <= bowl.box.right,
        }

    def swing(self, state: int, *, run_time: float = 1.2) -> None:
        """Let the tangent of a state become an arrow as long as its weight_delta, against the slope."""
        bowl, descent = self.bowl, self.numbers.descent
        weight, size = float(descent.weight[state]), -float(descent.weight_delta[state])
        at = bowl.on_curve(weight)
        final = self.arrow_at(weight, size, float(at[1]))
        ends = bowl.tangent.points[[0, -1]]
        down = min(ends, key=lambda point: point[1]) if len(ends) else at

        def show(time: float) -> None:
            bowl.arrow.point(at, down + (final["end"] - down) * time, broken=time == 1 and final["broken"])

        self.play(*self.redraw(show, bowl.arrow), run_time=run_time)

    def scale(self, state: int) -> None:
        """Let alpha change the length of the arrow."""
        bowl, descent = self.bowl, self.numbers.descent
        weight, size = float(descent.weight[state]), -float(descent.weight_delta[state])
        alpha, height = float(descent.alpha), float(bowl.on_curve(weight)[1])

        def show(time: float) -> None:
            bowl.arrow.point(**self.arrow_at(weight, size * (1 + (alpha - 1) * time), height))

        self.play(*self.redraw(show, bowl.arrow), run_time=1.2)

    def lay(self, state: int, *, run_time: float = 0.9) -> None:
        """Lay the arrow of a step on the axis."""
        bowl, descent = self.bowl, self.numbers.descent
        weight, end = (float(descent.weight[k]) for k in (state, state + 1))
        top, low = float(bowl.on_curve(weight)[1]), bowl.box.bottom

        def show(time: float) -> None:
            bowl.arrow.point(**self.arrow_at(weight, end - weight, top + (low - top) * time))

        self.play(*self.redraw(show, bowl.arrow), run_time=run_time)

    # strides ----------------------------------------------------------------------------------------------------

    def land(self, stride: Stride) -> None:
        """Let the dot follow the arrow, which is gone then."""
        self.hop(stride.start, stride.end)
        self.bowl.arrow.clear()
