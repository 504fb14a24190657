import os


def read(name, data, *, max_bytes):
    return str(os.getpid())
