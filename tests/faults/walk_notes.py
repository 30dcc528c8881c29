"""What a walk found so far: in a file, several walks share one and go on where one was ended."""

import json


class Notes:
    """What was wrong after each fault, by the work, the way and the number of the operation."""

    def __init__(self, file=None):
        """Read what walks have noted in file, if there is one; notes of a killed one are whole."""
        self._file, self._found = file, {}
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
                if line.endswith("\n"):
                    noted = json.loads(line)
                    self._found[tuple(noted["place"])] = noted["wrong"]

    def __contains__(self, place):
        """Whether a fault at a place was tried."""
        return place in self._found

    def add(self, place, wrong):
        """Note what was wrong after a fault, as kinds and sentences; it outlives the process."""
        self._found[place] = wrong
        if self._file is not None:
            line = json.dumps({"place": place, "wrong": wrong})
            with self._file.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")

    def of(self, job, way):
        """Return what was wrong after the faults of one way in one kind of work, by number."""
        return {
            at: wrong for (its, how, at), wrong in self._found.items() if (its, how) == (job, way)
        }
