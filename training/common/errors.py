"""Errors whose message tells the reader what to do."""


class CheckpointError(RuntimeError):
    """A checkpoint that cannot be gone on from."""


class DataError(RuntimeError):
    """A data file is absent or is not what it should be."""
