"""What web servers are told to say with every page."""

from __future__ import annotations

from macros.exports import headers

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
HEADERS = """/*
  Content-Security-Policy: {policy}; frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
"""


def test_a_page_says_what_a_browser_takes_from_a_page() -> None:
    assert headers.policy() == POLICY


def test_one_file_is_for_hosts_that_read_it_and_one_for_nginx() -> None:
    made = {name: content.decode() for name, content in headers.downloads()}
    assert made["_headers"] == HEADERS.format(policy=POLICY)
    assert [f'add_header {name} "{value}" always;' for name, value in headers.headers().items()] == [
        line for line in made["nginx.conf"].splitlines() if line.startswith("add_header")
    ]
