from .numbers import largest

print(__name__, largest([1, 5, 3]))
print(largest([]))
