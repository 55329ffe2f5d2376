"""Bytes of a visit are counted as they go over the line."""

import socket
from threading import Thread

from bench.visits import counting_proxy


def test_bytes_are_carried_and_counted_both_ways() -> None:
    """What is sent comes back whole, and is counted there and back."""
    sent = bytes(range(256)) * 4000
    with socket.create_server(("127.0.0.1", 0)) as server, counting_proxy(server.getsockname()[1]) as proxy:

        def echo() -> None:
            caller, _ = server.accept()
            with caller:
                while chunk := caller.recv(65_536):
                    caller.sendall(chunk)

        Thread(target=echo, daemon=True).start()
        with socket.create_connection(proxy.server_address, timeout=10) as caller:
            Thread(target=lambda: (caller.sendall(sent), caller.shutdown(socket.SHUT_WR)), daemon=True).start()
            received = b"".join(iter(lambda: caller.recv(65_536), b""))
    assert received == sent
    assert sum(proxy.counts) == 2 * len(sent)
