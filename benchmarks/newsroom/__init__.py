"""How long an editor at the desk waits, with an archive of any size."""
