"""Work on a library in every order that chance finds, and compare it with plain dictionaries.

    python -m tests.faults.machine [--steps 20000] [--seed 1] [--control]

Ends with 1 at the first difference, and prints the steps that lead to it. ``--control`` saves other
words than are acknowledged, and must end with 1. With TMPDIR on a memory disk it takes a third of
the time.
"""

import argparse
import functools
import sys

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from editor_app.render.theme import Theme
from tests.faults import controls
from tests.faults.world import World

_A_RUN = 50  # steps before a new library is made
WORDS = st.sampled_from(("ferry", "quay", "flood", "Zürich", "naïve", "délta", "42", "Ñandú"))
HEADLINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=4)
NUMBERS = st.integers(min_value=0, max_value=1000)
COLOURS = st.sampled_from(("red", "green", "blue", "teal"))


def has_desk(machine):
    return machine.world.desk is not None


def has_items(machine):
    return bool(machine.world.model.items)


def has_photos(machine):
    return bool(machine.world.model.photos)


class LibraryMachine(RuleBasedStateMachine):
    """Each rule is something that a user does, or that befalls them."""

    steps_done = 0

    @initialize(headline=HEADLINES)
    def begin(self, headline):
        self.world = World()
        self.world.create(headline)

    def _item(self, number, *, is_trashed=False):
        model = self.world.model
        its = [one for one in model.items if model.newest(one)[1].is_trashed == is_trashed]
        return its[number % len(its)] if its else None

    def _photo(self, number):
        photos = sorted(self.world.model.photos)
        return photos[number % len(photos)]

    @rule(headline=HEADLINES)
    def create(self, headline):
        self.world.create(headline)

    @precondition(has_desk)
    @rule(headline=HEADLINES, standfirst=HEADLINES)
    def edit_fields(self, headline, standfirst):
        self.world.edit(headline=headline, standfirst=standfirst)

    @precondition(has_desk)
    @rule(paragraphs=PARAGRAPHS)
    def edit_body(self, paragraphs):
        self.world.write(*paragraphs)

    @precondition(has_desk)
    @rule()
    def make_ready(self):
        self.world.finish()

    @precondition(has_desk)
    @rule()
    def save(self):
        self.world.save()

    @precondition(lambda self: len(self.world.model.items.get(self.world.on_desk, ())) > 1)
    @rule()
    def undo(self):
        self.world.undo()

    @precondition(has_items)
    @rule(number=NUMBERS)
    def open(self, number):
        if item := self._item(number):
            self.world.open(item)

    @precondition(has_items)
    @rule(number=NUMBERS)
    def trash(self, number):
        if item := self._item(number):
            self.world.trash(item)

    @precondition(has_items)
    @rule(number=NUMBERS)
    def restore(self, number):
        if item := self._item(number, is_trashed=True):
            self.world.restore_item(item)

    @precondition(has_items)
    @rule(number=NUMBERS)
    def duplicate(self, number):
        if item := self._item(number):
            self.world.duplicate(item)

    @precondition(has_items)
    @rule(number=NUMBERS, language=st.sampled_from(("fr", "ar", "es")))
    def translate(self, number, language):
        if item := self._item(number):
            self.world.translate(item, language)

    @rule(colour=COLOURS)
    def add_photo(self, colour):
        self.world.add_photo(colour)

    @precondition(lambda self: has_desk(self) and has_photos(self))
    @rule(number=NUMBERS)
    def show_photo(self, number):
        world, src = self.world, self._photo(number)
        if not world.model.photos[src][1]:
            world.write(*world.desk.paragraphs, f"![Boats]({src})")

    @precondition(has_photos)
    @rule(number=NUMBERS, credit=HEADLINES)
    def describe_photo(self, number, credit):
        self.world.describe_photo(self._photo(number), credit)

    @precondition(has_photos)
    @rule(number=NUMBERS)
    def trash_photo(self, number):
        self.world.trash_photo(self._photo(number))

    @precondition(has_photos)
    @rule()
    def empty_trash_of_photos(self):
        self.world.empty_trash_of_photos()

    @precondition(has_items)
    @rule(number=NUMBERS, version=NUMBERS, name=HEADLINES)
    def name_version(self, number, version, name):
        if item := self._item(number):
            versions = sorted(self.world.model.items[item])
            self.world.name_version(item, versions[version % len(versions)], name)

    @rule(days=st.sampled_from((0.1, 1, 3, 40)))
    def thin(self, days):
        self.world.wait(days)
        self.world.thin()

    @rule()
    def export(self):
        self.world.export()

    @rule(is_asked_for=st.booleans())
    def back_up(self, is_asked_for):
        self.world.back_up(is_asked_for=is_asked_for)

    @precondition(lambda self: self.world.backups)
    @rule(number=NUMBERS, is_undone=st.booleans())
    def restore_backup(self, number, is_undone):
        files = sorted(self.world.backups)
        self.world.bring_back(files[number % len(files)], is_undone=is_undone)

    @rule()
    def reopen(self):
        self.world.reopen()
        self.world.check()

    @rule()
    def kill(self):
        self.world.kill()
        self.world.check()

    @invariant()
    def what_was_acknowledged_is_there(self):
        LibraryMachine.steps_done += 1
        self.world.check_newest()

    def teardown(self):
        """Compare everything once more, and go."""
        if hasattr(self, "world"):
            try:
                self.world.check()
            finally:
                self.world.end()


def limits(examples, **more):
    """Return settings for so many libraries."""
    return settings(
        max_examples=examples,
        stateful_step_count=_A_RUN,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        **more,
    )


def compile_theme_once():
    """Keep the templates that are compiled: half of the time otherwise."""
    compiled = functools.cache(functools.partial(Theme.template, Theme.default()))
    Theme.template = lambda _theme, name: compiled(name)


def main():
    """Work for so many steps."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    if asked.control:
        controls.save_other_words()
    compile_theme_once()
    turn = 0
    while LibraryMachine.steps_done < asked.steps:
        turn += 1
        machine = seed(asked.seed * 1000 + turn)(LibraryMachine)
        run_state_machine_as_test(machine, settings=limits(20, phases=[Phase.generate]))
        print(f"{LibraryMachine.steps_done} steps", file=sys.stderr, flush=True)
    print(f"{LibraryMachine.steps_done} steps, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())
