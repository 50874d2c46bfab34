"""The ports: what pages need from infra."""
