"""Rules on letters and words: syllables, tones, spaces, names, what was typed twice."""
