"""The shape of what the centre writes for people of other organisations."""

from typing import Annotated

from pydantic import Field

from domain.centre import Outside
from storage.shapes import File, Https, Text, Words


class OutsideTable(File):
    """`[outside]`: how people of other organisations ask for a consultation."""

    who: Text
    steps: dict[str, Annotated[list[Words], Field(min_length=1, max_length=8)]]
    secure_mail: Https | None = None

    def fact(self) -> Outside:
        """The way in from outside."""
        return Outside(self.who, self.steps, self.secure_mail or "")
