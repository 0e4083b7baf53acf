"""The one exception by which the house says no to a person."""

from collections.abc import Mapping


class Refused(Exception):
    """What was asked cannot be done, and the person is told why.

    `key` names a sentence in `texts/locales/*.ftl`; `values` fill its places.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, str | int] = values
