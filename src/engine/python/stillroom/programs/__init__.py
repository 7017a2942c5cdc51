"""Small programs that answer for tools which cannot run here: pip and pipenv."""
