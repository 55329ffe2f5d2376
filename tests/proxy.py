"""nginx in front of the dashboard with what the README says, on this machine alone; tests skip where there is none."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.servers import ROOT, Server, free_port, running

# The least of what stands around a site in Debian's own settings, and nothing written outside a folder of its own.
_AROUND = """
pid nginx.pid;
worker_processes auto;
events {{ worker_connections 768; }}
http {{
client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
scgi_temp_path scgi; access_log off;
{site}
}}
"""


@contextmanager
def proxied(server: Server, folder: Path, *, path: str = "") -> Iterator[Server]:
    """Run nginx in front of a server until the end of the block, at the top or below a path such as `/panel`."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not nginx:
        pytest.skip("no nginx was found; it is a package of Debian")
    at_top, below = re.findall(
        r"(?:^    .*\n)+", (ROOT / "README.md").read_text(encoding="utf-8").partition("For nginx:")[2], re.M
    )[:2]
    port = free_port()
    if path:
        at_top = at_top.partition("        location")[0] + below.replace("/panel", path) + "    }\n"
    site = re.sub(r".*ssl_certificate.*\n", "", at_top)  # names are the README's, and TLS needs a certificate
    site = site.replace("listen 443 ssl", f"listen 127.0.0.1:{port}").replace(
        "127.0.0.1:8501", f"127.0.0.1:{server.port}"
    )
    folder.mkdir()
    (folder / "nginx.conf").write_text(_AROUND.format(site=site), encoding="utf-8")
    command = [nginx, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr", "-g", "daemon off;"]
    with running(command, port, folder / "log", health=f"{path}/healthz") as proxy:
        yield proxy
