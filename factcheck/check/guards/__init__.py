"""How much it means that a number passes: what the checks would have caught in its place, and what the others imply."""

from factcheck.check.guards.power import Power, weigh
from factcheck.check.guards.told import notes
from factcheck.check.guards.weighed import Measures

__all__ = ["Measures", "Power", "notes", "weigh"]
