"""The desk's commands in a terminal: ``arguments`` says which there are, ``run`` does them.

``arguments`` imports nothing of the desk, which takes longer than another command may take.
"""
