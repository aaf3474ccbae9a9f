"""How the folder that is being served changes."""
