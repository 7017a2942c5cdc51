"""greenlet switches C stacks, which WebAssembly keeps out of reach."""

raise ImportError(
    "greenlet cannot run in a browser: it switches between stacks of compiled code, which WebAssembly does "
    "not allow. It counts as installed, and nothing in the course needs it."
)
