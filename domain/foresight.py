"""What will become of reminders if nothing changes until then: the same rules as in earnest, ahead of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.manners import Manners
from domain.nudging import Fate, Nudge, Reader, Verdict, judge


@dataclass(frozen=True)
class Foreseen:
    """A nudge that is told `at` a moment, on a card with `others`; or never, for `dropped`.

    `put_off` says why it comes later than it was due; on a card with others it may come a little earlier.
    """

    nudge: Nudge
    at: datetime
    dropped: str = ""
    put_off: str = ""
    others: int = 0


def foresee(
    nudges: Iterable[Nudge], reader: Reader, manners: Manners, cards: Iterable[datetime] = ()
) -> list[Foreseen]:
    """What becomes of all that falls due for one person, who got `cards` of reminders at these moments."""
    waiting, reasons = {one.id: one for one in nudges}, dict[str, str]()
    got, found = list(cards), list[Foreseen]()
    while waiting:
        now = min(one.due for one in waiting.values())
        recent = sum(1 for one in got if one >= manners.week_of(now))
        chosen = {one.matter for one in waiting.values() if one.chosen and one.due > now}
        known = replace(reader, cards=recent, awaits=reader.awaits | chosen)
        verdicts = judge(list(waiting.values()), known, manners, now)
        later = {one.nudge.id: one for one in verdicts if one.fate is Fate.LATER and one.due}
        reasons |= {name: one.reason for name, one in later.items()}
        ended = _ended([one for one in verdicts if one.nudge.id not in later], reasons, now)
        got += [now] if any(not one.dropped for one in ended) else []
        found += ended
        waiting = {name: one for name, one in waiting.items() if name not in {each.nudge.id for each in ended}}
        waiting |= {name: replace(one.nudge, due=one.due) for name, one in later.items() if one.due}
    return found


def _ended(verdicts: Sequence[Verdict], reasons: dict[str, str], now: datetime) -> list[Foreseen]:
    others = sum(1 for one in verdicts if one.fate is Fate.TELL) - 1
    return [
        Foreseen(one.nudge, now, put_off=reasons.get(one.nudge.id, ""), others=others)
        if one.fate is Fate.TELL
        else Foreseen(one.nudge, now, dropped=one.reason)
        for one in verdicts
    ]
