"""An autoencoder of MNIST whose interpolations a critic judges (ACAI), of the size of the others."""
