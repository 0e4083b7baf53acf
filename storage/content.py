"""Reads what a centre has written (`centre.toml`, `forms/*.toml`, `names.toml`) and checks it before the start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from dialogs import announcing, feedback, forms
from dialogs.form_mistakes import mistakes
from dialogs.forms import Form
from domain.announcements import Announcement, Kind
from domain.centre import Centre
from domain.manners import Manners
from domain.meetings import idle_exceptions
from domain.occurrences import Reminding
from domain.people import GROUP_ROLES
from domain.person_names import NO_NAMES, Names
from storage.announcement_files import AnnouncementsFile
from storage.content_files import CentreFile, GroupTable, PeopleFile, RoleTable
from storage.form_files import FormFile
from storage.name_files import NamesFile
from storage.reminder_files import RemindersFile
from storage.shapes import sample
from storage.toml_files import ContentError, check_allowed, check_samples, raw_of, read_file

# Nobody is reminded of anything, at any hour.
NOTHING = Reminding({}, Manners(ZoneInfo("Europe/Helsinki"), "FI"))
ANNOUNCEMENTS, REMINDERS = "announcements.toml", "reminders.toml"
LOCAL_PEOPLE = Path("local") / "people.toml"


@dataclass(frozen=True)
class Content:
    """Everything that the centre has written, as facts."""

    centre: Centre
    forms: Mapping[str, forms.Form]
    names: Names = NO_NAMES
    announcements: Sequence[Announcement] = ()
    announcing: Mapping[str, Form] = field(default_factory=dict)
    feedback: Form | None = None
    reminding: Reminding = field(default_factory=lambda: NOTHING)

    def by_group(self) -> Mapping[str, Form]:
        """The form of each group."""
        return {key: self.forms[group.form] for key, group in self.centre.groups.items()}

    def untranslated(self) -> Iterator[str]:
        """What a form lacks in a language that its group, or for announcements the centre, speaks, a line each."""
        for group in self.centre.groups.values():
            yield from (
                f"forms/{group.form}.toml: {key}: {language}"
                for language in group.languages
                for key in forms.untranslated(self.forms[group.form], language)
            )
        for name, form in self.announcing.items():
            gaps = ((key, one) for one in self.centre.languages for key in forms.untranslated(form, one))
            yield from (f"forms/{name}.toml: {key}: {language}" for key, language in gaps)


def _form(path: Path, first_language: str) -> forms.Form:
    form = read_file(path, FormFile)[0].fact(path.stem)
    for key, value, expected in mistakes(form):
        raise ContentError(path, key, value, expected)
    gap = next(iter(forms.untranslated(form, first_language)), None)
    if gap:
        raise ContentError(path, gap, first_language, "every text in the group's first language")
    ordered = sorted(form.languages, key=lambda code: code != first_language)
    return replace(form, languages=ordered)


def _check_centre(path: Path, file: CentreFile) -> None:
    keys, codes = [one.key for one in file.groups], [one.code for one in file.groups]
    for name, values in (("groups.key", keys), ("groups.code", codes)):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice:
            raise ContentError(path, name, twice, "each group its own")
    for group in file.groups:
        _check_group(path, group)
    for one in file.roles:
        _check_role(path, one, keys)


def _check_group(path: Path, group: GroupTable) -> None:
    first = group.languages[0]
    for name, text in (("name", group.name), ("description", group.description)):
        if first not in text:
            raise ContentError(
                path, f"groups.{group.key}.{name}", text, f"a text in {first}, the group's first language"
            )
    if group.meetings and group.meetings.start >= group.meetings.end:
        raise ContentError(path, f"groups.{group.key}.meetings.end", group.meetings.end, "an end after the start")


def _links(file: CentreFile) -> Iterator[tuple[str, str]]:
    yield from ((f"links.{one.key}.url", one.url) for one in file.links)
    yield from ((f"groups.{one.key}.info_url", one.info_url) for one in file.groups if one.info_url)
    if file.outside and file.outside.secure_mail:
        yield "outside.secure_mail", file.outside.secure_mail


def _check_links(path: Path, file: CentreFile) -> None:
    for key, url in _links(file):
        check_allowed(path, key, url, file.link_hosts)


def _check_exceptions(path: Path, centre: Centre) -> None:
    for group in centre.groups.values():
        for day in idle_exceptions(group.meetings) if group.meetings else []:
            raise ContentError(path, f"groups.{group.key}.meetings", day, "a day on which the group would meet")


def _check_role(path: Path, one: RoleTable, groups: list[str]) -> None:
    of_group = one.role in GROUP_ROLES
    if of_group and one.group not in groups:
        raise ContentError(path, "roles.group", one.group, f"one of {', '.join(groups)} for this role")
    if not of_group and one.group:
        raise ContentError(path, "roles.group", one.group, "no group: this role holds for the whole centre")


def _announcements(path: Path, centre: Centre) -> list[Announcement]:
    """What the centre begins with; a centre that has no such file begins with nothing."""
    if not path.exists():
        return []
    file, raw = read_file(path, AnnouncementsFile)
    check_samples(path, file.samples, raw)
    facts = file.facts(centre.zone)
    for one in facts:
        unknown = next((key for key in one.topics if centre.announcing.topic(key) is None), None)
        if unknown:
            raise ContentError(path, f"{one.origin}.topics", unknown, "a topic of centre.toml")
        _check_announced_links(path, one, centre)
    return facts


def _check_announced_links(path: Path, one: Announcement, centre: Centre) -> None:
    links = [item.link for item in one.wording.items if item.link]
    for url in [*links, *([one.session.link] if one.session else [])]:
        check_allowed(path, f"{one.origin}.link", url, centre.link_hosts)


def _announcing(folder: Path, centre: Centre) -> Mapping[str, Form]:
    """The forms in which coordinators write; without its form a kind of announcement is not offered."""
    paths = {kind: folder / "forms" / f"{kind}.toml" for kind in Kind}
    found = {kind: _form(path, centre.languages[0]) for kind, path in paths.items() if path.exists()}
    for kind, form in found.items():
        lacking = announcing.lacks(form, kind, centre.languages)
        if lacking:
            raise ContentError(paths[kind], "fields", lacking[0], f"a field of this key and of kind {lacking[1]}")
    return {kind.value: form for kind, form in found.items()}


def _reminders(path: Path) -> RemindersFile:
    """What people are reminded of; a centre that has no such file reminds of nothing."""
    if not path.exists():
        return RemindersFile()
    file, raw = read_file(path, RemindersFile)
    check_samples(path, file.samples, raw)
    return file


def _feedback(path: Path, centre: Centre) -> Form | None:
    """What is asked after a session; a centre that has no such form asks nothing."""
    if not path.exists():
        return None
    form = _form(path, centre.languages[0])
    unfit = feedback.lacks(form)
    if unfit:
        raise ContentError(path, "steps", *unfit)
    return form


def samples(folder: Path) -> Iterator[str]:
    """The values that are made up until the centre says otherwise, a line each."""
    for file in (folder / "centre.toml", folder / ANNOUNCEMENTS, folder / REMINDERS):
        raw = raw_of(file) if file.exists() else {}
        yield from (f"{dotted} = {sample(raw, dotted)}" for dotted in raw.get("samples", []))


def read_content(folder: Path) -> Content:
    """Read and check the content of a centre. Raises ContentError for the first mistake."""
    path = folder / "centre.toml"
    file, raw = read_file(path, CentreFile)
    _check_centre(path, file)
    _check_links(path, file)
    check_samples(path, file.samples, raw)
    centre = file.fact()
    _check_exceptions(path, centre)
    read = {one.form: _form(folder / "forms" / f"{one.form}.toml", one.languages[0]) for one in centre.groups.values()}
    names = read_file(folder / "names.toml", NamesFile)[0].fact()
    announced, asked = (
        _announcements(folder / ANNOUNCEMENTS, centre),
        _feedback(folder / "forms" / "feedback.toml", centre),
    )
    told = _reminders(folder / REMINDERS).fact(centre.zone, file.holidays)
    return Content(centre, read, names, announced, _announcing(folder, centre), asked, told)


def with_local_people(content: Content, folder: Path) -> Content:
    """The content with the people of local mode and their roles added; `folder` holds all centres."""
    people = read_file(folder / LOCAL_PEOPLE, PeopleFile)[0].people
    keys = list(content.centre.groups)
    added = frozenset(grant for one in people for grant in one.grants(keys))
    return replace(content, centre=replace(content.centre, grants=content.centre.grants | added))
