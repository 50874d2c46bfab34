"""How Earshot runs: settings, storage, projector, command line, server."""
