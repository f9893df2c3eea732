"""Plain and denoising autoencoders of MNIST, of the size of the variational ones in vae_mnist."""
