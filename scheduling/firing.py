"""The one function that the job store names. A job says which reminder is due and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Due:
    """A reminder whose hour has come; what is true of it is looked up when it is taken."""

    rule: str
    subject: str
    key: str

    @property
    def id(self) -> str:
        """The occurrence's own name, which is the job's too."""
        return f"{self.rule}|{self.subject}|{self.key}"

    @classmethod
    def of(cls, name: str) -> "Due":
        """What such a name says. Raises ValueError where it is none."""
        rule, rest = name.split("|", 1)
        subject, key = rest.rsplit("|", 1)
        return cls(rule, subject, key)


def fire(rule: str, subject: str, key: str) -> Due:
    """What the scheduler hands over. Renaming this function loses no job: the planner makes them anew."""
    return Due(rule, subject, key)
