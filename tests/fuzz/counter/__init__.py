"""The visitor counter against a model that cannot be wrong, and against ``kill -9``.

``oracle`` is the model, ``system`` the counter in a simulated world, ``walk`` a long random
life of both, ``kills`` a real service that dies under load.
"""

from __future__ import annotations
