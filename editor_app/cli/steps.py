"""Long jobs on the command line: run to their end, with a word on how far they are."""

from collections.abc import Generator
from typing import TypeVar

from editor_app.cli.output import Output
from editor_app.export.reports import Progress

Result = TypeVar("Result")


def follow(steps: Generator[Progress, None, Result], output: Output) -> Result:
    """Run steps to their end, showing how far they are; leaving in between undoes them."""
    try:
        while True:
            step = next(steps)
            output.progress(f"{step.done} of {step.total}  {step.label}")
    except StopIteration as end:
        result: Result = end.value
        return result
    finally:
        steps.close()
        output.progress("")
