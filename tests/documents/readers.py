"""Calendar files as others read them: vobject, and ical.js in a process of its own."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import vobject

from playground.web import HERE

NODE_MODULES = HERE / "node_modules"
SCRIPT = Path(__file__).parent / "read.mjs"
Read = Mapping[str, Any]


def _entry(event: Any) -> Read:
    start, end = event.dtstart.value, event.dtend.value
    return {
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "status": event.status.value,
        "summary": event.summary.value,
        "description": event.description.value,
        "start": start.timestamp(),
        "end": end.timestamp(),
    }


def by_vobject(file: bytes) -> Read:
    """What Python's vobject reads."""
    calendar = vobject.readOne(file.decode())
    zones = [one.tzid.value for one in getattr(calendar, "vtimezone_list", [])]
    entries = [_entry(one) for one in getattr(calendar, "vevent_list", [])]
    return {"method": calendar.method.value, "zones": zones, "entries": entries}


def by_ical_js(folder: Path, files: Iterable[bytes]) -> list[Read]:
    """What ical.js reads, which Thunderbird has grown from."""
    paths = []
    for number, file in enumerate(files):
        paths.append(folder / f"{number}.ics")
        paths[-1].write_bytes(file)
    command = ["node", str(SCRIPT), str(NODE_MODULES), *map(str, paths)]
    told: list[Read] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return told


def merged(files: Iterable[Read]) -> dict[str, Read]:
    """What a calendar holds after these files: one entry for each UID, that of the highest SEQUENCE."""
    held: dict[str, Read] = {}
    for entry in (one for file in files for one in file["entries"]):
        if entry["uid"] not in held or entry["sequence"] >= held[entry["uid"]]["sequence"]:
            held[entry["uid"]] = entry
    return held
