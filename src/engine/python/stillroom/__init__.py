"""What Stillroom runs inside CPython: the drivers, the processes and the migration tools."""
