"""``python -m tests.fuzz.desk.server SETTINGS PORT``: the desk without builds and previews, which
take long to start and have nothing to do with what is saved."""

from __future__ import annotations

import sys

import uvicorn

from plugins.desk.web.desk import open_desk
from plugins.desk.web.http.app import make_app

if __name__ == "__main__":
    uvicorn.run(
        make_app(open_desk(sys.argv[1])),
        host="127.0.0.1",
        port=int(sys.argv[2]),
        log_level="error",
        access_log=False,
        lifespan="off",
    )
