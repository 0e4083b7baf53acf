"""The token: RS256, the Connector's, ours, in time, for this address; every other is refused at once."""

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, web
from cryptography.hazmat.primitives import hashes

from bot.signing_keys import SigningKeys
from bot.tokens import Claims, Tokens
from tests.hostile.openid import Key, OpenId, Signer, encoded, hmac_sha256

APP = "11111111-2222-4333-8444-555555555555"
ADDRESS = "https://smba.trafficmanager.net/emea/"
GOOD, UNENDORSED, OTHER = Key("good"), Key("unendorsed", None), Key("other")
SIGNER = Signer(GOOD, APP, ADDRESS)


@pytest.fixture
async def server() -> AsyncIterator[OpenId]:
    async with OpenId([GOOD, UNENDORSED]) as one:
        yield one


@pytest.fixture
async def tokens(server: OpenId) -> AsyncIterator[Tokens]:
    async with ClientSession() as session:
        keys = SigningKeys(session, server.url)
        yield Tokens(APP, keys)
        await keys.close()


async def refused(tokens: Tokens, *headers: str) -> None:
    with pytest.raises(web.HTTPUnauthorized):
        await tokens.judge(headers)


async def test_a_good_token_says_where_to_answer_and_for_which_channels(tokens: Tokens) -> None:
    claims = await tokens.judge([f"Bearer {SIGNER.token()}"])
    assert claims == Claims(ADDRESS, frozenset({"msteams", "webchat"}))
    claims.cover({"channelId": "msteams", "serviceUrl": ADDRESS})


@pytest.mark.parametrize(
    "activity",
    [
        {"channelId": "directline", "serviceUrl": ADDRESS},
        {"channelId": "msteams", "serviceUrl": ADDRESS + "x"},
        {"channelId": "msteams", "serviceUrl": ADDRESS.rstrip("/")},
    ],
)
async def test_it_covers_only_what_it_was_made_for(tokens: Tokens, activity: dict[str, str]) -> None:
    claims = await tokens.judge([f"Bearer {SIGNER.token()}"])
    with pytest.raises(web.HTTPForbidden):
        claims.cover(activity)


async def test_a_key_that_is_endorsed_for_nothing_covers_nothing(tokens: Tokens) -> None:
    claims = await tokens.judge([f"Bearer {Signer(UNENDORSED, APP, ADDRESS).token()}"])
    with pytest.raises(web.HTTPForbidden):
        claims.cover({"channelId": "msteams", "serviceUrl": ADDRESS})


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer a.b", "Basic eDp5", "Bearer a.b.c.d", "Bearer ä.b.c"]
)
async def test_without_a_token_nobody_comes_in(tokens: Tokens, header: str) -> None:
    await refused(tokens, header)


async def test_there_is_one_header_with_one_token(tokens: Tokens, server: OpenId) -> None:
    good = f"Bearer {SIGNER.token()}"
    await refused(tokens)
    await refused(tokens, good, good)
    await refused(tokens, f"{good}, {good}")
    await refused(tokens, f"{good} ")
    assert server.asked == 0


@pytest.mark.parametrize("over", [300 + 60, 3600, 10**400])
async def test_a_token_that_is_not_yet_or_no_more_good_is_refused(tokens: Tokens, over: int) -> None:
    now = int(time.time())
    await refused(tokens, f"Bearer {SIGNER.token(SIGNER.claims(exp=now - over))}")
    await refused(tokens, f"Bearer {SIGNER.token(SIGNER.claims(nbf=now + over))}")


async def test_clocks_may_differ_by_less_than_five_minutes(tokens: Tokens) -> None:
    now = int(time.time())
    for claims in (SIGNER.claims(exp=now - 240, nbf=now - 4000), SIGNER.claims(nbf=now + 240)):
        assert (await tokens.judge([f"Bearer {SIGNER.token(claims)}"])).service_url == ADDRESS


@pytest.mark.parametrize("name", ["exp", "nbf", "iss", "aud", "serviceurl"])
@pytest.mark.parametrize("value", [None, "", 1.5, True, [], {}, [APP], ["https://api.botframework.com"]])
async def test_each_claim_is_needed_and_of_its_type(tokens: Tokens, name: str, value: Any) -> None:
    await refused(tokens, f"Bearer {SIGNER.token(SIGNER.claims(**{name: value}))}")


async def test_a_time_is_a_number(tokens: Tokens) -> None:
    for name, value in (("exp", "9999999999"), ("nbf", "1")):
        await refused(tokens, f"Bearer {SIGNER.token(SIGNER.claims(**{name: value}))}")


@pytest.mark.parametrize(
    "issuer",
    [
        "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
        "https://api.botframework.us",
        "https://api.botframework.com/",
        "HTTPS://api.botframework.com",
    ],
)
async def test_tokens_of_the_emulator_of_skills_and_of_others_are_refused(
    tokens: Tokens, server: OpenId, issuer: str
) -> None:
    claims = SIGNER.claims(iss=issuer, appid=APP, azp=APP, ver="2.0")
    await refused(tokens, f"Bearer {SIGNER.token(claims)}")
    # What was never meant for us does not even cost a look at the keys.
    assert server.asked == 0


@pytest.mark.parametrize("audience", [APP.replace("1", "2"), APP + " ", "https://api.botframework.com"])
async def test_a_token_for_another_is_refused(tokens: Tokens, audience: str) -> None:
    await refused(tokens, f"Bearer {SIGNER.token(SIGNER.claims(aud=audience))}")


@pytest.mark.parametrize(
    "over",
    [
        *(
            {"alg": one}
            for one in ("none", "None", "HS256", "RS384", "RS512", "PS256", "ES256", "", None, 7, ["RS256"])
        ),
        *({"kid": one} for one in (None, "", 7, ["good"], "GOOD", "other", "../good")),
        *({"crit": ["exp"]}, {"crit": []}, {"b64": False}, {"b64": True}),
    ],
    ids=repr,
)
async def test_a_header_of_another_kind_is_refused(tokens: Tokens, over: dict[str, Any]) -> None:
    await refused(tokens, f"Bearer {SIGNER.token(header=SIGNER.header(**over))}")


@pytest.mark.parametrize("secret", ["pem", "pem without its end", "modulus"])
@pytest.mark.parametrize("algorithm", ["HS256", "RS256"])
async def test_the_public_key_is_no_secret_to_sign_with(tokens: Tokens, secret: str, algorithm: str) -> None:
    keys = {"pem": GOOD.pem, "pem without its end": GOOD.pem.strip(), "modulus": GOOD.jwk["n"].encode()}
    said = f"{encoded(SIGNER.header(alg=algorithm))}.{encoded(SIGNER.claims())}"
    await refused(tokens, f"Bearer {said}.{encoded(hmac_sha256(keys[secret], said.encode()))}")


async def test_only_the_named_keys_own_signature_is_good(tokens: Tokens) -> None:
    said = f"{encoded(SIGNER.header())}.{encoded(SIGNER.claims())}"
    for signature in (
        OTHER.sign(said.encode()),
        UNENDORSED.sign(said.encode()),
        GOOD.sign(said.encode(), hashes.SHA512()),
        GOOD.sign(said.encode(), pss=True),
        GOOD.sign(b"something else"),
        b"\0" * 256,
        b"x",
    ):
        await refused(tokens, f"Bearer {said}.{encoded(signature)}")


async def test_a_key_that_the_token_brings_along_is_not_used(tokens: Tokens) -> None:
    own = Signer(OTHER, APP, ADDRESS)
    for more in ({"jwk": OTHER.jwk}, {"jku": "http://127.0.0.1:1/keys"}, {"x5u": "http://127.0.0.1:1/"}):
        await refused(tokens, f"Bearer {own.token(header=own.header(kid='good', **more))}")
        await refused(tokens, f"Bearer {own.token(header=own.header(**more))}")


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b"null", b"7", b"\xff", b"{", b"[" * 4000, b'{"exp": ' + b"9" * 4500 + b"}"]
)
async def test_nonsense_is_refused(tokens: Tokens, payload: bytes) -> None:
    await refused(tokens, f"Bearer {SIGNER.token(payload)}")
    said = f"{encoded(payload)}.{encoded(SIGNER.claims())}"
    await refused(tokens, f"Bearer {said}.{encoded(GOOD.sign(said.encode()))}")


async def test_while_no_keys_can_be_had_nobody_comes_in(tokens: Tokens, server: OpenId) -> None:
    server.status = 503
    await refused(tokens, f"Bearer {SIGNER.token()}")
