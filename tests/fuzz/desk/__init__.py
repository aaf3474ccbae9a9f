"""Editors who write while the desk is killed, their sessions end and the network goes away: not a
word may be lost, and no text written over unseen."""
