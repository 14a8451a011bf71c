"""The learnt finder of attributions: windows, network, decoding."""
