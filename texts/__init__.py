"""In which words: keys to sentences, dates and numbers in the reader's language."""
