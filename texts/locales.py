"""The languages that the service speaks: one file of sentences for each, in `texts/locales/`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from texts.speech import Speech

FOLDER = Path(__file__).parent / "locales"
FIRST = "fi"


def read(source: str) -> ast.Resource:
    """What a file of sentences says. Raises ValueError naming the first line that is no Fluent."""
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            number = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            raise ValueError(f"line {number}: {(entry.content or '').splitlines()[0]}")
    return resource


def keys(resource: ast.Resource) -> frozenset[str]:
    """The keys that a file of sentences has."""
    return frozenset(entry.id.name for entry in resource.body if isinstance(entry, ast.Message))


def _read(path: Path) -> ast.Resource:
    try:
        return read(path.read_text(encoding="utf-8"))
    except ValueError as mistake:
        raise ValueError(f"{path}: {mistake}") from mistake


class Texts:
    """All languages, loaded from `folder` (`<code>.ftl` each); Finnish stands in for what another lacks."""

    def __init__(self, folder: Path = FOLDER) -> None:
        # Each is read once: reading them is a good part of a start.
        resources = {path.stem: _read(path) for path in sorted(folder.glob("*.ftl"))}
        self._keys = {language: keys(resource) for language, resource in resources.items()}
        self._bundles = {language: _bundle(language, resource) for language, resource in resources.items()}

    @property
    def languages(self) -> list[str]:
        """The languages there are, Finnish first."""
        return sorted(self._bundles, key=lambda code: (code != FIRST, code != "sv", code))

    def missing(self) -> Mapping[str, frozenset[str]]:
        """By language, the keys that Finnish has and it lacks."""
        gaps = {code: self._keys[FIRST] - own for code, own in self._keys.items()}
        return {code: gap for code, gap in gaps.items() if gap}

    def language(self, wished: str | None) -> str:
        """The language to speak to a reader with this locale, such as `sv-FI`; Finnish when it is none of ours."""
        code = (wished or "").replace("_", "-").split("-")[0].lower()
        return code if code in self._bundles else FIRST

    def speech(self, wished: str | None, zone: ZoneInfo) -> Speech:
        """How to speak to a reader with this locale."""
        language = self.language(wished)
        # What a language lacks is said in Finnish, sentence by sentence; a form is never mixed like that.
        chain = [self._bundles[code] for code in dict.fromkeys((language, FIRST))]
        return Speech(language, chain, zone)

    def words(self, key: str) -> Iterator[str]:
        """What one may type for a command, in all languages: the comma-separated words behind `key`."""
        for bundle in self._bundles.values():
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern:
                text, _ = bundle.format_pattern(pattern)
                yield from (word.strip().casefold() for word in str(text).split(","))


def _bundle(language: str, resource: ast.Resource) -> FluentBundle:
    # Isolation marks would be shown as boxes by some clients, and all of our languages run left to right.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
