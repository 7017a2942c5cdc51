import sys

print(sys.argv)
for word in sys.argv[1:]:
    print(len(word), file=sys.stderr)
