"""A small centre's content, written into a folder, for tests that change one thing in it."""

from pathlib import Path

CENTRE = """
name.fi = "Keskus"
zone = "Europe/Helsinki"
holidays = "FI"
languages = ["fi", "sv"]
samples = ["groups.one.seats"]
link_hosts = ["teams.microsoft.com", "keskus.example"]

[[topics]]
key = "info"
label.fi = "Infot"

[[contacts]]
name = "Koordinaattori"
title.fi = "Koordinaattori"

[[emergency]]
number = "112"
label.fi = "Hätänumero"

[[links]]
key = "pages"
url = "https://keskus.example/"
label.fi = "Sivut"

[[groups]]
key = "one"
code = "ON"
name.fi = "Yksi"
name.sv = "Ett"
description.fi = "Ensimmäinen ryhmä"
description.sv = "Första gruppen"
form = "plain"
seats = 2
languages = ["fi", "sv"]

[groups.meetings]
rule = "FREQ=MONTHLY;BYDAY=2TH"
since = 2022-01-01
start = 13:00:00
end = 15:00:00
deadline_days = 7
on_holiday = "cancel"
cancelled = []
added = []
moved = []

[[groups]]
key = "two"
code = "TW"
name.fi = "Kaksi"
name.sv = "Två"
description.fi = "Toinen ryhmä"
description.sv = "Andra gruppen"
form = "plain"
languages = ["fi"]

[[roles]]
person = "11111111-2222-4333-8444-55555555555A"
role = "secretary"
group = "one"

[[roles]]
person = "11111111-2222-4333-8444-555555555555"
role = "coordinator"
"""

FORM = """
title.fi = "Lomake"
title.sv = "Blankett"

[[steps]]
key = "first"
title.fi = "Ensin"
title.sv = "Först"

[[steps.fields]]
key = "matter"
kind = "choice"
label.fi = "Aihe"
label.sv = "Ämne"
options = [
    { value = "single", label = { fi = "Yksi", sv = "En" } },
    { value = "theme", label = { fi = "Teema", sv = "Tema" } },
]

[[steps.fields]]
key = "count"
kind = "number"
label.fi = "Montako"
label.sv = "Hur många"
min = 1
max = 20

[[steps]]
key = "second"
title.fi = "Sitten"
title.sv = "Sedan"
when = [{ field = "matter", in = ["single"] }]

[[steps.fields]]
key = "words"
kind = "text"
label.fi = "Kerro"
label.sv = "Berätta"
"""

PEOPLE = """
[[people]]
number = 1
object_id = "00000000-0000-4000-8000-000000000001"
role = "professional"
name.fi = "Ammattilainen"

[[people]]
number = 3
object_id = "00000000-0000-4000-8000-000000000003"
role = "secretary"
name.fi = "Sihteeri"

[[people]]
number = 6
object_id = "00000000-0000-4000-8000-000000000006"
role = "coordinator"
name.fi = "Koordinaattori"
"""

NAMES = """
first = ["Matti"]
words = ["Toivo"]
surnames = ["Virtanen"]
allowed = ["Wilma"]
"""


def changed(text: str, old: str = "", new: str = "") -> str:
    """`text` with its first `old` replaced; a test that changes nothing tests nothing."""
    assert old in text
    return text.replace(old, new, 1)


def write_centre(folder: Path, centre: str = CENTRE, form: str = FORM, people: str = PEOPLE) -> Path:
    """Write a centre's content beneath `folder`. Returns the centre's own folder."""
    files = {"small/centre.toml": centre, "small/forms/plain.toml": form, "local/people.toml": people}
    files["small/names.toml"] = NAMES
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "small"
