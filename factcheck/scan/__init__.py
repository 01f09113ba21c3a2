"""What a text says by itself, nothing declared: the claims of a sentence, and the relations of a whole article."""

from factcheck.scan.article import Scanned, Together, scan, together
from factcheck.scan.phrases import claims_in

__all__ = ["Scanned", "Together", "claims_in", "scan", "together"]
