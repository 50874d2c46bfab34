"""What runs beside the web server."""
