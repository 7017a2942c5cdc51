"""What pip and pipenv (TypeScript, in ../packages) ask Python."""
