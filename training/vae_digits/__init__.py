"""A variational autoencoder of handwritten digits with a code of two numbers."""
