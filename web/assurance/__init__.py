"""Audits, tools, agencies' returns, moderation, independent scrutiny."""
