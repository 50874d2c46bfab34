"""The founding documents' facts as data, and made-up demo facts, recorded by the services."""
