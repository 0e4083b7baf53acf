"""The Teams app package: its manifest, its words in three languages, its icons, and what builds it."""
