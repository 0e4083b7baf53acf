"""The smallest shapes that the content's files are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text = Annotated[dict[str, Words], Field(min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Https = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(/[^\s]*)?$")]


class File(BaseModel):
    """A table of a content file: a key that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid")
