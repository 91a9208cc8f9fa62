"""Strings → candidates with reasons: times to intervals, toponyms to coordinates and borders, actors to codes."""

from vedette.grounding.grounder import Grounder

__all__ = ["Grounder"]
