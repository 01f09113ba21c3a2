"""Quantities as they are declared, and the structure between them: facts about words that no number has to prove."""

from __future__ import annotations

from factcheck.structure.declaration import Declaration, Declarations, Shorthand, alike, quantities
from factcheck.structure.mistakes import mistakes
from factcheck.structure.statements import Extremes, structure

__all__ = ["Declaration", "Declarations", "Extremes", "Shorthand", "alike", "mistakes", "quantities", "structure"]
