from tools.numbers import NotEnough, largest

try:
    largest([])
except NotEnough as error:
    raise RuntimeError("the report could not be made") from error
