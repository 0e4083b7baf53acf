"""The smallest shapes that the content's files are made of."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from domain.links import check_host, split_link


def _plain_link(url: str) -> str:
    return split_link(url).url


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text = Annotated[dict[str, Words], Field(min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
# Which hosts are allowed is known only when the whole file has been read.
Https = Annotated[str, AfterValidator(_plain_link)]
Host = Annotated[str, AfterValidator(check_host)]


class File(BaseModel):
    """A table of a content file: a key that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid")


def sample(raw: dict[str, Any], dotted: str) -> object:
    """The value behind a dotted name; an entry of a list is named by its `key`. None when there is none."""
    tree: Any = raw
    for part in dotted.split("."):
        if isinstance(tree, list):
            tree = next((one for one in tree if isinstance(one, dict) and one.get("key") == part), None)
        else:
            tree = tree.get(part) if isinstance(tree, dict) else None
    return tree
