"""A hundred texts that want to be more than text, put into every card that shows what a person wrote."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from playwright.async_api import Page

from cards.elements import Card, Surface
from cards.plain import plain, visible
from tests.browser.samples import each_make
from tests.cards.lint import texts
from tests.figures import Figures

TAME = "merkkiteksti"
# What the page tells of one drawn card.
Seen = dict[str, Any]
STRINGS = [
    "*kursiivi*",
    "**lihava**",
    "***molemmat***",
    "_kursiivi_",
    "__lihava__",
    "~~yli~~",
    "`koodi`",
    "```\nkoodi\n```",
    "    koodi sisennettynä",
    "# Otsikko",
    "###### Otsikko",
    "Otsikko\n=======",
    "Otsikko\n---",
    "---",
    "***",
    "> lainaus",
    "- eka\n- toka",
    "* eka\n* toka",
    "+ eka",
    "1. eka\n2. toka",
    "- [ ] tehtävä",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[linkki](https://paha.example)",
    "[linkki](javascript:alert(1))",
    "[linkki](JaVaScRiPt:alert(1))",
    "[linkki](data:text/html,<script>alert(1)</script>)",
    "[linkki](vbscript:alert(1))",
    "[linkki](file:///etc/passwd)",
    '[linkki](https://paha.example "otsikko")',
    "[linkki][1]\n\n[1]: https://paha.example",
    "[](https://paha.example)",
    "[a](<https://paha.example>)",
    "[a\\](https://paha.example)",
    "![kuva](https://paha.example/a.png)",
    "![](https://paha.example/a.png)",
    "[![](https://paha.example/a.png)](https://paha.example)",
    "<https://paha.example>",
    "<nimi@paha.example>",
    "https://paha.example/a?b=c&d=e",
    "www.paha.example",
    "nimi@paha.example",
    "tel:+358401234567",
    "040 123 4567",
    "\\*ei kursiivia\\*",
    "\\\\ \\` \\{ \\}",
    "rivi\\\nrivi",
    "rivi  \nrivi",
    "&lt;b&gt;x&lt;/b&gt;",
    "&amp;lt; &#60; &#x3c; &nbsp; &copy;",
    "&#106;avascript:alert(1)",
    "<b>lihava</b>",
    "<i>x</i><u>y</u><s>z</s>",
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://paha.example/a.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://paha.example/a.png'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=https://paha.example>x</a>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=https://paha.example/a.css>",
    "<meta http-equiv=refresh content=0;url=https://paha.example>",
    "<base href=https://paha.example>",
    "<form action=https://paha.example><input name=a><button>x</button></form>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<table><tr><td>x</td></tr></table>",
    "<h1>x</h1><p>y</p><br><hr>",
    "<!-- huomautus -->",
    "<![CDATA[x]]>",
    "</div></div><b>x</b>",
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    "<at>Ryhmän sihteeri</at>",
    "<at id='0'>Kaikki</at>",
    "@kaikki",
    "{{DATE(2022-09-20T05:00:00Z)}}",
    "{{DATE(2022-09-20T05:00:00Z, LONG)}}",
    "{{TIME(2022-09-20T05:00:00Z)}}",
    "{{{DATE(2022-09-20T05:00:00Z)}}}",
    "{\u200b{DATE(2022-09-20T05:00:00Z)}}",
    "{\u202e{TIME(2022-09-20T05:00:00Z)}}",
    "${nimi} ${if(true, 'a', 'b')} {0} %s %d",
    "{{#each x}}{{/each}} {% raw %} <%= 1 %>",
    "\u202ekäännetty\u202c",
    "\u2066eristetty\u2069 \u2067x\u2069 \u2068y\u2069",
    "\u061c\u200e\u200fmerkit",
    "a\u0000b\u0007c\u001bd\u007fe\u009bf",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "\u00adpeh\u00admeä\u00ad",
    "\U000e0041\U000e0042\U000e007f piilossa",
    "Z\u0321\u0322\u0323\u0324\u0325\u0326\u0327\u0328\u0329a\u0300\u0301\u0302\u0303\u0304\u0305\u0306lgo",
    "eka\u2028toka\u2029kolmas\u0085neljäs\u000bviides",
    "שלום עולם, 123 (abc)",
    "مرحبا بالعالم 123",
    "👩‍👩‍👧 👍🏽 1️⃣ ❤️ 🏳️‍🌈 🇫🇮 🫠",
    "😀" * 60,
    "x" * 190,
    "epäjärjestelmällistyttämättömyydellänsäkäänköhän" * 4,
    "漢字かなカナ한국어ไทย น้ำ नमस्ते",
    "  alussa ja lopussa  ",
    "a\tb    c",
    "\u00a0\u2003leveitä\u3000välejä\u00a0",
    "Äiti – ”Åbo” ‘x’ … ½ § €",
    "' OR 1=1; DROP TABLE drafts; --",
]
# Draws each card and tells what stands in its runs and inputs, and what it is made of.
LOOK = """async (cards) => {
  const { draw } = await import("/page/cards.js");
  const holder = document.getElementById("holder");
  const OTHER = ["radio", "checkbox", "date", "time", "number"];
  return cards.map((content) => {
    holder.replaceChildren(draw(content, () => {}));
    const all = (what) => [...holder.querySelectorAll(what)];
    const names = all("*").map((one) => one.tagName).filter((one) => one !== "SPAN" && one !== "DIV");
    return {
      runs: all(".ac-textRun").filter((one) => !one.closest("label")).map((one) => one.textContent),
      typed: all("textarea, input").filter((one) => !OTHER.includes(one.type)).map((one) => one.value),
      made: names.join(" "),
      handlers: all("*").filter((one) => [...one.attributes].some((it) => it.name.startsWith("on"))).length,
    };
  });
}"""
COUNTED = ("strings", "cards", "draws", "places", "fetched", "dialogs")


def _with(surface: Surface, text: str) -> dict[str, Card]:
    """A card of each make, when this was written in every place."""
    return dict(each_make(surface, lambda *_: text))


def _told(card: Card, kind: str, key: str) -> list[str]:
    return [one.text for one in texts(card) if (one.kind, one.key) == (kind, key) and one.text]


def _bare(values: list[str]) -> list[str]:
    # A browser takes line breaks and outer spaces out of a line that one types into.
    return [bare for value in values if (bare := "".join(value.split()))]


def _besides(card: Card, seen: Seen) -> Counter[str]:
    """What was drawn besides our own paragraphs and buttons, of which a longer text may need others."""
    ours = Counter("BUTTON" if kind.startswith("Action.") else kind for kind in _drawn(card))
    made = Counter(str(seen["made"]).split())
    made.subtract({"P": ours["TextBlock"], "BUTTON": ours["BUTTON"]})
    return made


def _drawn(card: Any) -> Iterator[str]:
    if isinstance(card, dict):
        yield str(card.get("type", ""))
        card = [value for key, value in card.items() if key not in ("fallback", "data")]
    for one in card if isinstance(card, list) else []:
        yield from _drawn(one)


def _make(name: str) -> str:
    # The pages of one card are of one make, and a longer text may need more of them.
    return name.rstrip("0123456789")


def _faults(card: Card, seen: Seen, usual: Counter[str]) -> Iterator[str]:
    if seen["runs"] != _told(card, "TextRun", "text"):
        yield "a run is not shown as it stands on the card"
    if _bare(seen["typed"]) != _bare(_told(card, "Input.Text", "value")):
        yield "what was typed does not stand in its input"
    if seen["handlers"] or _besides(card, seen) != usual:
        yield f"it became something: {_besides(card, seen)}, {usual}"


def _missing(text: str, shown: dict[str, Seen]) -> Iterator[str]:
    """The makes of cards that do not show a text as it reads."""
    for make in {_make(name) for name in shown}:
        pages = [one for name, one in shown.items() if _make(name) == make]
        runs = [run for page in pages for run in page["runs"]]
        typed = _bare([value for page in pages for value in page["typed"]])
        lines = [plain(one) for one in text.splitlines() if one.strip()]
        if not all(any(line in run for run in runs) for line in lines) and not any(
            _bare([visible(text)])[0] in one for one in typed
        ):
            yield f"{make} does not show it"


class Gallery:
    """A page on which cards are hung, and which must stay still."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.figures = Figures(*COUNTED)

    async def hang(self, surface: Surface, strings: Sequence[str]) -> None:
        """Draw every card with every string, and look at each that shows it."""
        tame = {name: card for name, card in _with(surface, TAME).items() if TAME in json.dumps(card)}
        seen = await self._draw(tame)
        usual = {_make(name): _besides(card, seen[name]) for name, card in tame.items()}
        self.figures["cards"] = len(usual)
        self.figures["places"] = sum(TAME in one for each in seen.values() for one in (*each["runs"], *each["typed"]))
        self.figures["strings"] += len(strings)
        for text in strings:
            cards = {name: card for name, card in _with(surface, text).items() if _make(name) in usual}
            await self._look(text, cards, usual)

    def watch(self) -> None:
        """From here on nothing may be fetched, and no dialog may open."""
        self._page.on("request", lambda _: self._moved("fetched"))
        self._page.on("dialog", lambda _: self._moved("dialogs"))

    def _moved(self, what: str) -> None:
        self.figures[what] += 1

    async def _look(self, text: str, cards: dict[str, Card], usual: dict[str, Counter[str]]) -> None:
        seen = await self._draw(cards)
        self.figures["draws"] += len(seen)
        wrong = list(_missing(text, seen))
        for name, card in cards.items():
            wrong += [f"{name}: {one}" for one in _faults(card, seen[name], usual[_make(name)])]
        self.figures.problems += [f"{text!r}: {one}" for one in wrong]

    async def _draw(self, cards: dict[str, Card]) -> dict[str, Seen]:
        return dict(zip(cards, await self._page.evaluate(LOOK, list(cards.values())), strict=True))


async def show_literally(page: Page, strings: Sequence[str] = STRINGS) -> Figures:
    """Each of these strings on a card of every make, in the chat or in a dialog."""
    gallery = Gallery(page)
    # What the page needs of its own is fetched before.
    await page.evaluate(LOOK, [])
    gallery.watch()
    # The two surfaces differ in their buttons alone: half of the strings are looked at in each.
    for at, surface in enumerate(Surface):
        await gallery.hang(surface, strings[at::2])
    return gallery.figures
