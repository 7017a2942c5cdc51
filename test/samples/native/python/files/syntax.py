def main():
    print("one"
    print("two")
