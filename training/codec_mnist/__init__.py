"""What the autoencoders of MNIST share, variational or not: networks of one size, training, export, measures."""
