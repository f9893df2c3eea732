"""Scripts that train the models under public/models. See training/README.md."""
