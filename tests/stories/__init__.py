"""Stories of the counter, told through the real window by keyboard."""
