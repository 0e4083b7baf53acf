"""What a trial came to: its counts, each under its name, and what went wrong."""


class Figures(dict[str, float]):
    """Counts that begin at nought and are told in this order; to count what was not named is an error."""

    def __init__(self, *names: str, **known: float) -> None:
        super().__init__(dict.fromkeys(names, 0) | known)
        self.problems: list[str] = []

    def largest(self, name: str, value: float) -> None:
        """Keep the largest that was seen so far."""
        self[name] = max(self[name], value)

    def __str__(self) -> str:
        return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in self.items())
