"""Serving the desk until it is stopped."""

from __future__ import annotations

import sys
import threading
import webbrowser

import uvicorn

from plugins.desk.web.desk import Desk
from plugins.desk.web.http.answers import ROOT
from plugins.desk.web.http.app import make_app
from plugins.preview.http.free_port import obstacle

HOST = "127.0.0.1"
"""The only address that the desk listens at: TLS is for a web server in front of it."""


def serve(desk: Desk, port: int, *, show: bool) -> int:
    """Answer requests until the process is asked to end; return the exit status. ``show`` opens
    the desk in the browser."""
    if found := obstacle(HOST, str(port)):
        message, fix = found
        sys.stderr.write(f"LỖI: {message}.\n    Cách sửa: {fix}.\n")
        return 1
    address = f"http://{HOST}:{port}{ROOT}/"
    sys.stdout.write(f"Tòa soạn mở tại {address} (chỉ trên máy này). Nhấn Ctrl+C để dừng.\n")
    if not desk.users.all():
        sys.stdout.write(
            "Chưa có tài khoản nào. Tạo: python -m plugins.desk user add TÊN --full-name "
            '"Họ tên" --role secretary\n'
        )
    sys.stdout.flush()
    if show:
        threading.Timer(1.0, webbrowser.open, (address,)).start()
    uvicorn.run(
        make_app(desk),
        host=HOST,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=HOST,  # nginx says for whom it asks
        timeout_graceful_shutdown=5,
    )
    return 0
