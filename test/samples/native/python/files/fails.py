from tools.numbers import largest


def main():
    print("before")
    rows = [[1, 2], []]
    for row in rows:
        print(largest(row))


main()
