"""Adversarial autoencoders of MNIST: conditional on the label, and semi-supervised."""
