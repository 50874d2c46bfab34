"""The worker beside the web server."""
