"""Variational autoencoders of MNIST: codes of 2 and of 16 numbers, beta = 0.25, 1, 4, 16."""
