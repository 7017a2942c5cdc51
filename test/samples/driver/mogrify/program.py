from show import connect, show

cursor = connect().cursor()
cases = [
    ('x %s', None), ('x %s', ()), ('x %s', (1, 2)), ('x', (1,)), ('x', [1]), ('%s %s', (1,)), ('%% %s', (1,)), ('%%', None), ('%%', ()),
    ('%', (1,)), ('%(a)s', {'a': 1}), ('%(a)s', {'b': 1}), ('%(a)s %s', {'a': 1}), ('%s %(a)s', (1,)), ('%(a', {'a': 1}), ('%(a)', {'a': 1}),
    ('%(a)d', {'a': 1}), ('%d', (1,)), ('%5s', (1,)), ('%s', 'a'), ('%s', 'ab'), ('%s', 5), ('%s', [1]), ('%s', {'a': 1}),
    ('%(a)s%(a)s', {'a': 'x'}), ("like 'a%' and x=%s", (1,)), ("like 'a%'", {}), ("like 'a%'", ()), ("like '%z'", None), ('é %s', ('é',)),
    (b'x %s', (1,)), (5, (1,)), (None, None), ('', None), ('%%(a)s %(b)s', {'b': 1}), ('%c', (1,)), ('%s % s', (1, 2)), ('%(a)s %%', {'a': 1}),
    ('%((a))s', {'(a)': 1}), ('%(a b)s', {'a b': 1}), ('%s', {1}), ('%S', (1,)),
]  # fmt: skip
for query, arguments in cases:
    show(f'{query!r} {arguments!r}', cursor.mogrify, query, arguments)
