"""What a text says by itself, nothing declared: the claims of a sentence, and the relations of a whole article."""

from factcheck.scan.article import Scanned, scan
from factcheck.scan.phrases import claims_in

__all__ = ["Scanned", "claims_in", "scan"]
