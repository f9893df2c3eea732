"""What every training script shares: seeds, checkpoints, export, golden probes, the manifest."""
