"""What an article will look like while it is being written: ``worker`` is the process that reads
and renders it, ``rendering`` how, ``pictures`` makes its photos small at once, ``messages`` is what
goes between them, ``service`` what the desk asks."""
