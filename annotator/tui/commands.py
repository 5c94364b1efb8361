"""The palette's commands: every live key by its name, for whoever forgot the key."""

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from annotator.tui.keymap import written
from annotator.tui.spoken import told


class KeyCommands(Provider):
    """Made from the bindings of the screen, so that it is never out of step."""

    async def discover(self) -> Hits:
        """All of them, while nothing is typed."""
        for binding in self._bindings():
            yield DiscoveryHit(_name(binding), partial(self.screen.run_action, binding.action))

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for binding in self._bindings():
            score = matcher.match(_name(binding))
            if score > 0:
                run = partial(self.screen.run_action, binding.action)
                yield Hit(score, matcher.highlight(_name(binding)), run)

    def _bindings(self) -> Iterator[Binding]:
        known: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is self.screen and binding.id and binding.id not in known:
                known.add(binding.id)
                yield binding


def _name(binding: Binding) -> str:
    return f"{told(binding.tooltip or binding.description)} ({written(binding.key)})"
