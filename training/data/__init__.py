"""Data sets, rebuilt from packages of public registries and checked by hash."""
