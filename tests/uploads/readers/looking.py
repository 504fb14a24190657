import os
import sys


def read(name, data, *, max_bytes):
    return {"environment": dict(os.environ), "modules": set(sys.modules)}
