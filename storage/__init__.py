"""What is kept: the database, its tables, and the content that the centre writes."""
