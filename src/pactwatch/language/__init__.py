"""Normalising, sentences, words, numbers, dates and names of English."""
