"""How it runs: settings, storage, projector, command line, server."""
