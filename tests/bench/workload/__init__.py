"""Made-up data for the benchmarks: rasters of people and hazards, and fractal zones."""
