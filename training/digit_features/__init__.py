"""The classifier of digits whose features judge generated digits."""
