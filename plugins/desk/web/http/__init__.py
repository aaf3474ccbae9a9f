"""Requests and answers: ``security`` is what every one of them passes, ``answers`` makes pages and
JSON, and each screen has a file of its own."""
