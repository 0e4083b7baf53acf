"""What leaves the chat: calendar files, the public page, mails."""
