"""What a text says by itself, nothing declared: the claims of a sentence, and the relations of a whole article."""

from factcheck.scan.article import Scanned, Together, scan, together
from factcheck.scan.percentages import shares
from factcheck.scan.phrases import claims_in
from factcheck.scan.tables import sums

__all__ = ["Scanned", "Together", "claims_in", "scan", "shares", "sums", "together"]
