"""Two editions compared: the engine, the items that it is given, and what a reviewer asks of what it finds."""
