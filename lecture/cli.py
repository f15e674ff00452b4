"""The entry of the command `lecture`: it imports the rest where an interrupt cannot make it fall over."""

import sys

from lecture.command_line.encoding import take_utf8
from lecture.command_line.interrupts import SAID, leave_at_once


def main() -> None:
    """Run the command line: exit code 0, 1 a render failed, 2 refused, 130 interrupted."""
    leave_at_once()
    take_utf8()
    from lecture.command_line.commands import main as run

    try:
        run()
    except KeyboardInterrupt:
        print(SAID, file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
