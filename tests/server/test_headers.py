"""The headers of a public page stand on every answer."""

import pytest
from starlette.types import Receive, Scope, Send

from scrutiny.server.headers import content_security_policy, csp_hash, security_headers
from scrutiny.server.middleware import AddHeaders
from tests.server.asgi import ask, everything

INDEX = "<head><script>\n  window.prerenderReady = false\n</script><script src='./a.js'></script></head>"
HEADERS = security_headers(index=INDEX, embed_origins=())


def test_a_fingerprint_is_that_of_the_standard() -> None:
    """The example of the Content Security Policy, level 2, section 7.17.5."""
    assert csp_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_policy_names_the_inline_script_of_the_page_that_is_installed() -> None:
    """Another version of Streamlit gets another fingerprint, and its page still runs."""
    changed = INDEX.replace("false", "true")
    scripts = [policy.split("script-src ")[1].split(";")[0].split() for policy in map(policy_of, (INDEX, changed))]
    assert [sources[0] for sources in scripts] == ["'self'", "'self'"]
    assert [sources[1] for sources in scripts] == [
        csp_hash("\n  window.prerenderReady = false\n"),
        csp_hash("\n  window.prerenderReady = true\n"),
    ]


def policy_of(index: str) -> str:
    """Give the policy of a page that nobody may embed."""
    return content_security_policy(index=index, embed_origins=())


def test_the_headers_are_these() -> None:
    """What a page may do is decided here, line by line, and changes only with this list."""
    script = csp_hash("\n  window.prerenderReady = false\n")
    denied = [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid",
        "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial",
        "usb", "xr-spatial-tracking",
    ]  # fmt: skip
    assert {
        "Content-Security-Policy": (
            f"default-src 'none'; script-src 'self' {script} blob:; style-src 'self' 'unsafe-inline'; "
            "font-src 'self' data:; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(
            ["fullscreen=(self)", "clipboard-write=(self)", *(f"{feature}=()" for feature in denied)]
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    } == HEADERS


@pytest.mark.parametrize("words", ["unsafe-eval", "http:", "https:", "*", "ws:", "strict-dynamic"])
def test_the_policy_opens_to_nobody_else(words: str) -> None:
    """No text is run as a script and no other host is asked."""
    assert words not in policy_of(INDEX)


def test_scripts_have_no_blanket_leave() -> None:
    """Only styles may stand within the page."""
    assert [rule.split()[0] for rule in policy_of(INDEX).split("; ") if "unsafe-inline" in rule] == ["style-src"]


def test_nobody_embeds_unless_named() -> None:
    """Frames are refused, or allowed to those of the setting."""
    assert "frame-ancestors 'none'" in policy_of(INDEX)
    named = content_security_policy(index=INDEX, embed_origins=("https://a.example", "https://b.example"))
    assert "frame-ancestors https://a.example https://b.example" in named


def test_every_answer_has_every_header() -> None:
    """None is left out, for a page or for a refusal."""
    answer = ask(AddHeaders(everything, HEADERS), "/")
    assert {name.lower() for name in HEADERS} <= answer.headers.keys()


def test_a_route_may_say_otherwise_for_itself() -> None:
    """A header that a route sets is left as it is."""

    async def route(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"cross-origin-resource-policy", b"cross-origin")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body"})

    assert ask(AddHeaders(route, HEADERS), "/").headers["cross-origin-resource-policy"] == "cross-origin"
