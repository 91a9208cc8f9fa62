"""Red lines, threats, demands, assurances."""

from vedette.coding.commitments.coder import CommitmentCoder

__all__ = ["CommitmentCoder"]
