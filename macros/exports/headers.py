"""What a web server says with every page: a policy under which nothing runs or loads but the site's own files, as files for its host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

SERVER_ONLY = "frame-ancestors"
"""The part of the policy that a browser takes from a server alone."""
POLICY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "worker-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's icons stand in its style sheet
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        SERVER_ONLY: "'none'",
    }
)
"""Where each kind of thing may come from."""
REFERRER = "no-referrer"
"""No other site learns which page here a reader came from."""
UNUSED = ("accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "midi", "payment", "usb")
"""Powers of a browser that no page here asks for."""
TYPES: Mapping[str, str] = MappingProxyType(
    {"csv": "text/csv", "ics": "text/calendar", "md": "text/markdown", "webmanifest": "application/manifest+json"}
)
"""What the kinds of file are that a web server may not know."""
NETLIKE, NGINX = "_headers", "nginx.conf"
"""The files, by the names that hosts look for."""


def policy(of_server: bool = False) -> str:
    """The policy on one line, as a page says it of itself, or with what a server alone may say."""
    return "; ".join(f"{name} {sources}" for name, sources in POLICY.items() if of_server or name != SERVER_ONLY)


def headers() -> Mapping[str, str]:
    """Every header, by its name."""
    return {
        "Content-Security-Policy": policy(of_server=True),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
        "Referrer-Policy": REFERRER,
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def downloads() -> Iterator[tuple[str, bytes]]:
    """The files: for hosts that read ``_headers``, and for nginx."""
    yield NETLIKE, "\n".join(("/*", *(f"  {name}: {value}" for name, value in headers().items()), "")).encode()
    yield NGINX, "\n".join((*_nginx(), "")).encode()


def _nginx() -> Iterator[str]:
    yield "# What nginx is to say with every page of this site. To use it: in the server's block, beside its `root`, write"
    yield "#     include /path/of/the/site/nginx.conf;"
    yield "# It is made with the site, so a newer site brings its own."
    yield "index index.html;"
    yield "error_page 404 /404.html;"
    yield "charset utf-8;"
    yield "charset_types text/css text/javascript application/javascript application/json text/csv text/calendar text/markdown text/xml;"
    yield "server_tokens off;"
    yield "include mime.types;"
    yield f"types {{ {' '.join(f'{kind} {ending};' for ending, kind in TYPES.items())} }}"
    yield f"location ~ ^/({NETLIKE}|{NGINX.replace('.', '[.]')})$ {{ return 404; }}"
    yield from (f'add_header {name} "{value}" always;' for name, value in headers().items())
