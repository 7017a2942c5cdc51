"""The part of distutils (gone since Python 3.12) that python-editor uses."""
