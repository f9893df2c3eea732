"""Tests of what the training scripts share: python -m unittest discover -t . -s training/tests"""
