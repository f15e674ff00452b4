"""The network that predicts, and the rule it learns by."""
