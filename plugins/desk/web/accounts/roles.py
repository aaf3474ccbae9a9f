"""What somebody may do at the desk."""

from __future__ import annotations

from typing import Literal

Role = Literal["editor", "secretary"]

ROLES: dict[Role, str] = {"editor": "Biên tập viên", "secretary": "Thư ký tòa soạn"}
"""Roles, as they are shown: an editor writes and sends for approval, the secretary of the
newsroom publishes, withdraws and pins, too."""
