"""The counter's door: requests to hits, numbers to answers.

``proxies`` (whose address), ``visit_policy`` (does it count), ``answers``, ``app`` (ASGI),
``protocol`` (the short way of the one request that comes all the time).
"""
