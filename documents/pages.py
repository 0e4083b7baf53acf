"""The public page, drawn on the server: no script, no cookie, nothing from elsewhere."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from documents.addresses import Site
from documents.sessions import Entry, feeds
from domain.centre import Centre, Group
from domain.meetings import Meeting
from texts.locales import Texts
from texts.speech import Speech

FOLDER = Path(__file__).parent / "templates"
ACCESSIBILITY = "/accessibility"
# Asks for a language where `lang` is part of what was signed.
READ = "read"


@dataclass(frozen=True)
class Offer:
    """What the front page offers at a moment: the sessions ahead, the groups with their next meetings.

    `topics` are the keys of those that there are sessions about, so that their calendars can be subscribed to.
    """

    entries: Sequence[Entry]
    groups: Sequence[tuple[Group, Sequence[Meeting]]]
    topics: Collection[str] = ()


@dataclass(frozen=True)
class Language:
    """The same page in another language; `address` is empty for a page that is nobody else's to find."""

    code: str
    name: str
    path: str
    address: str = ""


class Pages:
    """All pages; the templates are read once. What is filled in is text, whatever stands in it."""

    def __init__(self, texts: Texts, centre: Centre, site: Site) -> None:
        self._texts, self._centre, self._site = texts, centre, site
        loader = FileSystemLoader(FOLDER)
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    @property
    def languages(self) -> Sequence[str]:
        """The centre's languages that there are sentences in, its first one first."""
        known = [code for code in self._centre.languages if code in self._texts.languages]
        return known or self._texts.languages[:1]

    def path(self, language: str, rest: str = "") -> str:
        """Where a page lies in a language: the first one's pages lie at the root."""
        prefix = "" if language == self.languages[0] else f"/{language}"
        return f"{prefix}{rest}" or "/"

    def speech(self, language: str) -> Speech:
        """How to speak in a language."""
        return self._texts.speech(language, self._centre.zone)

    def front(self, language: str, offer: Offer) -> str:
        """The page that all others lead to."""
        speech = self.speech(language)
        shown = feeds(self._centre, self._site, speech, offer.topics)
        given = {"entries": offer.entries, "groups": offer.groups, "feeds": shown, "languages": self._languages("")}
        return self._draw("front.html", speech, {"heading": speech.say("page-heading"), **given})

    def accessibility(self, language: str) -> str:
        """The statement that the law asks for."""
        speech = self.speech(language)
        heading = speech.say("page-accessibility-title")
        return self._draw(
            "accessibility.html", speech, {"heading": heading, "languages": self._languages(ACCESSIBILITY)}
        )

    def register(self, language: str, about: Mapping[str, str], typed: str, wrong: str) -> str:
        """The form that asks for an e-mail address; `wrong` is the key of what is wrong with it.

        `about` has the session's title, the language of that, when it is, and the form's path.
        """
        speech = self.speech(language)
        heading = speech.say("page-register-title")
        return self._draw("register.html", speech, {"heading": heading, "about": about, "typed": typed, "wrong": wrong})

    def own(self, language: str, one: Entry, stands: str) -> str:
        """Where somebody stands who was written to by e-mail; `stands` is empty before she has confirmed."""
        speech = self.speech(language)
        heading = "page-register-own-title" if one.is_off or not stands else f"page-register-{stands}-title"
        return self._draw("own.html", speech, {"heading": speech.say(heading), "one": one, "stands": stands})

    def told(self, language: str, title: str, sentence: str, kept: Mapping[str, str] | None = None) -> str:
        """One sentence, such as why there is nothing here; `title` and `sentence` are keys.

        `kept` is what the page's own address asks for and has to ask for in the other languages too.
        """
        speech = self.speech(language)
        given = {"heading": speech.say(title), "sentence": speech.say(sentence)}
        return self._draw("told.html", speech, given | {"languages": self._here(kept or {})})

    def _name(self, code: str) -> str:
        return self.speech(code).say("language-name")

    def _languages(self, rest: str) -> list[Language]:
        paths = {code: self.path(code, rest) for code in self.languages}
        return [Language(code, self._name(code), path, self._site.at(path)) for code, path in paths.items()]

    def _here(self, kept: Mapping[str, str]) -> list[Language]:
        # No path: whatever was asked for, such as //elsewhere.example, these lead back to where the reader is.
        name = READ if kept else "lang"
        asked = {code: urlencode({**kept, name: code}) for code in self.languages}
        return [Language(code, self._name(code), f"?{query}") for code, query in asked.items()]

    def _draw(self, template: str, speech: Speech, values: dict[str, object]) -> str:
        centre = self._centre
        given = {
            "say": speech.say,
            "pick": speech.pick,
            "speech": speech,
            "centre": centre,
            "language": speech.language,
            "with_mail": self._site.mail,
            "languages": self._here({}),
            "has_page": self._site.has_page,
            "front": self.path(speech.language),
            "accessibility": self.path(speech.language, ACCESSIBILITY),
            "title": speech.say("page-title", heading=str(values["heading"])),
        }
        return self._templates.get_template(template).render(given | values)
