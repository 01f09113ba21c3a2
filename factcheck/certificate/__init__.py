"""Certificates: what an article states and why each verdict on it is right, as JSON that `factcheck.recheck` follows."""

from factcheck.certificate.comparing import Compared, compared
from factcheck.certificate.schema import schema
from factcheck.certificate.writing import Checked, certificate

__all__ = ["Checked", "Compared", "certificate", "compared", "schema"]
