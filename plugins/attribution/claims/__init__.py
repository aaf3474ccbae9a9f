"""What a line or a field claims: who wrote it, and which outlets had it first."""
