"""Mentions → actors with country, sectors, authority."""

from vedette.grounding.actors.resolver import ActorResolver

__all__ = ["ActorResolver"]
