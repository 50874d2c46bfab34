"""The founding documents' facts as data, and made-up demo facts, played through the services."""
