"""Letters on what stands in the sentence of a form: one puts a filler into its likeliest role."""

from annotator.services.argument_form import event_of, weighed
from annotator.services.fitting import Fitting, fitted, fitting_edit, next_fitting, role_of
from annotator.services.navigation import Item, place_of
from annotator.tui.labelling import fitting_letters
from annotator.tui.screens.pointing import PointingScreen
from annotator.tui.widgets.argument_bar import ArgumentBar
from annotator.wording import worded


class FittingScreen(PointingScreen):
    """Drawn on what has no role yet; the letter of what was just given one stays live, too."""

    _fitting: tuple[Item, ...] = ()
    """What has a letter, in the order of the letters."""
    _letters: str = ""

    def show(self) -> None:
        """Give letters to what may fill a role, as long as no other labels are drawn."""
        if self.is_mounted and not self.is_jumping:
            self._give_letters()
        super().show()

    def _give_letters(self) -> None:
        form = self.form
        if form is None or form.pointing is not None:
            self._take_letters()
            return
        placed = fitting_letters(form, self.desk, self.article.visible_span)
        self._fitting = tuple(item for item, _, _ in placed)
        self._letters = "".join(label for _, label, _ in placed)
        self.labels = {
            label: offset
            for item, label, offset in placed
            if role_of(form, item, self.desk) is None
        }
        self.desk.lettered = frozenset(self.labels.values())
        for bar in self.query(ArgumentBar):
            bar.letters = frozenset(self._letters)

    def _take_letters(self) -> None:
        self._fitting, self._letters, self.desk.lettered = (), "", frozenset()
        for bar in self.query(ArgumentBar):
            bar.letters = frozenset()

    def on_argument_bar_fitted(self, message: ArgumentBar.Fitted) -> None:
        """The filler goes into its likeliest role; pressed again, into the next likely one."""
        message.stop()
        if self.form is None or message.label not in self._letters or not self.may_decide():
            return
        form = self.form = weighed(self.form, self.desk)
        item = self._fitting[self._letters.index(message.label)]
        step = next_fitting(form, item, self.desk)
        if step is not None and self._fit(step):
            self.say(self._said(step, message.label))
        self.show()

    def _fit(self, step: Fitting) -> bool:
        form = self.form
        event = event_of(form, self.desk) if form is not None else None
        if form is None or event is None:
            return False
        desk = self.desk
        after = fitted(form, step, desk)
        outcome = self._run_in_form(lambda event_id: fitting_edit(step, form, event_id, desk))
        if outcome is None:
            return False
        self.note_taken_along(outcome, event)
        self.form = after.of_event(self._event_id(outcome, form))
        self._keep_event()
        return True

    def _said(self, step: Fitting, letter: str) -> str:
        words = " ".join(place_of(step.item).of(self.desk.text).split())
        role, following = self._named(step.role), self._named(step.following)
        if not role:
            return worded("{words} has no role here; {letter} again: {following}",
                          words=words, letter=letter, following=following)  # fmt: skip
        if not following:
            return worded("{words} is {role}; {letter} again: no role",
                          words=words, role=role, letter=letter)  # fmt: skip
        return worded("{words} is {role}; {letter} again: {following}",
                      words=words, role=role, letter=letter, following=following)  # fmt: skip

    def _named(self, role: str | None) -> str:
        return " ".join(reversed(self.looks.role_names(role))) if role is not None else ""
