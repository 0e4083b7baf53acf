"""Two devices of one person, and a client that sends again: what they press and how it arrives."""

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Any

from playground import Client
from playground.elements import Json
from tests.soak.book import Book, Claim
from tests.soak.cards import PREFIX, SHORT, Shown, answers_to, read, spoil

CARD = "application/vnd.microsoft.card.adaptive"
MOVES = frozenset({"form-next", "form-back", "form-keep"})


@dataclass(frozen=True)
class Press:
    """One press: the card's data, what was typed, and what of it the form cannot take."""

    data: Json
    typed: dict[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    bad: frozenset[str] = frozenset()

    def claim(self, shown: Shown) -> Claim | None:
        """What the service has claimed by answering with this card."""
        told = shown.kind in ("step", "review", "kept") and not shown.warned
        if self.data["verb"] not in MOVES or not self.keys or not told:
            return None
        keys = self.keys - self.bad if shown.refused else self.keys
        since = None if shown.kind == "kept" else shown.version
        return Claim(self.data["step"], self.data["v"], since, self.typed, keys)


@dataclass
class Device:
    """One device: on which surface it works, what it shows, and what it has shown."""

    client: Client
    surface: str
    draft: str
    shown: Shown
    seen: list[Shown] = field(default_factory=list)

    def activity(self, press: Press) -> Json:
        """The press as Teams sends it."""
        data = press.data | {PREFIX + key: value for key, value in press.typed.items()}
        if self.surface == "dialog":
            return self.client.activity("invoke", name="task/submit", value={"data": data})
        action = {"type": "Action.Execute", "verb": data["verb"], "data": data}
        value = {"action": action, "trigger": "manual"}
        return self.client.activity("invoke", name="adaptiveCard/action", value=value, replyToId=self.client.last.id)

    def show(self, shown: Shown) -> None:
        """The device shows this now."""
        self.shown = shown
        self.seen.append(shown)


def card_in(body: Any) -> Json | None:
    """The card of an invoke's answer; None when there is none."""
    if not isinstance(body, dict):
        return None
    if body.get("type") == CARD:
        return dict(body["value"])
    value = body.get("task", {}).get("value")
    return dict(value["card"]["content"]) if isinstance(value, dict) else None


@dataclass
class Desk:
    """Everything that happens to one draft."""

    client: Client
    rng: Random
    book: Book
    problems: list[str] = field(default_factory=list)
    posted: list[tuple[Device, Press, Json]] = field(default_factory=list)
    presses: int = 0
    sent: bool = False

    async def post(self, device: Device, press: Press, activity: Json) -> None:
        """Let an activity arrive, and write down what its answer claims."""
        await asyncio.sleep(self.rng.uniform(0, 0.01))
        answer = await self.client.post(activity)
        self.presses += 1
        card = card_in(answer.body)
        if answer.status != 200 or card is None:
            self.problems.append(f"{press.data} was answered {answer.status} {str(answer.body)[:200]}")
            return
        shown = read(card)
        self._judge(device, press, shown)

    def _judge(self, device: Device, press: Press, shown: Shown) -> None:
        if shown.kind == "other":
            self.problems.append(f"{press.data} was answered with a card that leads nowhere")
        claim = press.claim(shown)
        if claim:
            self.book.add(claim)
        self.sent = self.sent or shown.kind == "sent"
        device.show(shown)

    async def press(self, device: Device, press: Press, times: int = 1) -> None:
        """Press once; the client may send it several times at once."""
        activity = device.activity(press)
        self.posted.append((device, press, activity))
        await asyncio.gather(*(self.post(device, press, activity) for _ in range(times)))

    async def again(self) -> None:
        """Send something old again, to the letter."""
        await self.post(*self.rng.choice(self.posted))

    def choose(self, device: Device) -> Press:
        """What somebody presses who looks at this device, or at an old card on it."""
        if self.rng.random() < 0.08:
            return go(device, self.rng.choice(["matter", "contact"]))
        old = device.seen and self.rng.random() < 0.15
        shown = self.rng.choice(device.seen) if old else device.shown
        return self.on(shown) if shown.kind in ("step", "review") else resume(device)

    def on(self, shown: Shown) -> Press:
        """What somebody presses on this step, or on this review."""
        return self._on_step(shown) if shown.kind == "step" else self._on_review(shown)

    def _on_step(self, shown: Shown) -> Press:
        verb = self.rng.choices(["form-next", "form-back", "form-keep"], [12, 2, 3])[0]
        data = next(iter(shown.data(verb)), None) or shown.data("form-next")[0]
        wished = SHORT if self.rng.random() < 0.8 else {"matter": "single"}
        typed = answers_to(shown, self.rng, wished)
        bad: frozenset[str] = frozenset()
        if self.rng.random() < 0.06:
            typed, bad = spoil(typed, self.rng)
        return Press(data, typed, shown.keys, bad)

    def _on_review(self, shown: Shown) -> Press:
        onward = shown.data("form-send") or shown.data("form-review")
        aside = [*shown.data("form-go"), *shown.data("form-back"), *shown.data("form-keep")]
        return Press(self.rng.choice(aside) if aside and self.rng.random() < 0.4 else onward[0])


def resume(device: Device) -> Press:
    """Go on where the draft stands now."""
    return Press({"verb": "form-resume", "id": device.draft})


def go(device: Device, step: str) -> Press:
    """What the review's button beside a step does, on whatever review is still open somewhere."""
    return Press({"verb": "form-go", "id": device.draft, "step": step})
