"""What can go wrong between Teams and the bot, on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any

OUTBOUND = ("status", "cut_before", "cut_after", "lost", "doubled")
KINDS = (*OUTBOUND, "delay", "inbound_twice", "inbound_again")


@dataclass
class Fault:
    """One kind of failure, for so many times, on the requests that match.

    status         the connector answers `status` (with `retry_after` seconds, if given); nothing happens
    delay          the connector waits `seconds` before it does its work
    cut_before     the connection breaks and nothing has happened
    cut_after      the connection breaks, but the message is there
    lost           the answer is 2xx, but nothing has happened
    doubled        the message is there twice, under two ids; the answer names the first
    inbound_twice  an activity goes to the bot twice at once
    inbound_again  an activity goes to the bot again after `seconds` (Teams: 15, for dialogs 5)

    `code` is the error's code, where it is not the usual one of the status. `every` takes each so-manieth only.
    `method` is the HTTP method on the way out and the activity's type or the invoke's name on the way in.
    `conversation` is a conversation's id or a person's object id. `times=None` means until cleared.
    """

    kind: str
    times: int | None = 1
    status: int = 503
    retry_after: float | None = None
    seconds: float = 0.0
    method: str | None = None
    conversation: str | None = None
    code: str = ""
    every: int = 1
    used: int = field(default=0, compare=False)
    met: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of fault {self.kind!r}; known are {', '.join(KINDS)}")
        if self.times is not None and self.times < 1:
            raise ValueError("times must be at least 1, or null for no end")
        if not 200 <= self.status <= 599 or self.seconds < 0 or self.every < 1:
            raise ValueError("status must be 200 to 599, seconds not negative, every at least 1")

    @property
    def spent(self) -> bool:
        return self.times is not None and self.used >= self.times

    def matches(self, methods: Iterable[str], targets: Iterable[str]) -> bool:
        """Whether this fault is meant for a request with one of these names and targets."""
        return (self.method is None or self.method in methods) and (
            self.conversation is None or self.conversation in targets
        )

    def is_turn(self) -> bool:
        """Whether this match is one of those that it takes."""
        self.met += 1
        return self.met % self.every == 0

    @classmethod
    def from_json(cls, given: Any) -> Fault:
        """Build a fault from what came over HTTP; ValueError says what is wrong."""
        names = {one.name for one in fields(cls)} - {"used", "met"}
        if not isinstance(given, dict) or not set(given) <= names:
            raise ValueError(f"a fault is an object with the keys {', '.join(sorted(names))}")
        try:
            return cls(**given)
        except TypeError as error:
            raise ValueError(str(error)) from error


class Faults:
    """The faults that are waiting to happen, oldest first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        self._waiting.clear()

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._waiting)

    def take(self, kinds: Iterable[str], methods: Iterable[str], targets: Iterable[str]) -> Fault | None:
        """Use up one turn of the first fault that matches."""
        for fault in self._waiting:
            if fault.kind in kinds and fault.matches(methods, targets) and fault.is_turn():
                fault.used += 1
                self._waiting = [one for one in self._waiting if not one.spent]
                return fault
        return None
