"""What a text says by itself, nothing declared: the claims of a sentence, and the relations of a whole article."""

from factcheck.scan.article import Scanned, scan
from factcheck.scan.percentages import shares
from factcheck.scan.phrases import claims_in
from factcheck.scan.tables import sums
from factcheck.scan.together import Together, outermost, together

__all__ = ["Scanned", "Together", "claims_in", "outermost", "scan", "shares", "sums", "together"]
