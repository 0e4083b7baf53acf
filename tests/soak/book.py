"""What the service has acknowledged, and whether it was true.

An answer that shows the next step without a warning claims: at the version that its card carries, the draft
holds what was pressed. A card that asks to mend something claims it for all but the marked fields. The claims
are replayed by version, however the presses had crossed, and what was sent must be the state after the last one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

State = dict[str, str]


@dataclass(frozen=True)
class Claim:
    """One acknowledged press: drawn for version `on`, held from version `since` on (None: the answer names none)."""

    step: str
    on: int
    since: int | None
    values: Mapping[str, str]
    keys: frozenset[str]

    def holds(self, state: State) -> bool:
        """Whether the draft had these values at that time."""
        return all(state.get(key) == self.values.get(key) for key in self.keys)

    def laid_on(self, state: State) -> State:
        """The draft after this press."""
        kept = {key: value for key, value in state.items() if key not in self.keys}
        return kept | {key: value for key, value in self.values.items() if key in self.keys}


@dataclass
class Book:
    """All that was acknowledged for one draft that began with `first`."""

    first: State
    claims: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim) -> None:
        """Write down what was acknowledged."""
        self.claims.append(claim)

    def states(self) -> dict[int, State]:
        """The draft at each version, as the claims tell it."""
        states = {1: self.first}
        for version in range(2, self._last() + 1):
            before = states[version - 1]
            made = self._maker(version, before)
            states[version] = made.laid_on(before) if made else before
        return states

    def _last(self) -> int:
        return max([1, *(one.since or one.on + 1 for one in self.claims)])

    def _maker(self, version: int, before: State) -> Claim | None:
        drawn = [one for one in self.claims if one.on == version - 1]
        named = [one for one in drawn if one.since == version]
        # Who brought nothing new may have come second to one whose answer names no version.
        changed = [one for one in named if not one.holds(before)]
        timeless = [one for one in drawn if one.since is None]
        return next(iter(changed or timeless or named), None)

    def broken(self) -> Iterator[str]:
        """The claims that were not true."""
        states = self.states()
        for claim in self.claims:
            seen = [states[claim.since]] if claim.since else [one for at, one in states.items() if at > claim.on]
            if not any(claim.holds(state) for state in seen):
                yield f"a press on {claim.step} for version {claim.on} was acknowledged and not kept"
