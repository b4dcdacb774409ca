"""What stops setting up: a sentence for the person at the keyboard, never a traceback."""


class SetUpError(Exception):
    """Setting up cannot go on; its text says what is missing and the exact command that helps."""
