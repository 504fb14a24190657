import os
import signal


def read(name, data, *, max_bytes):
    os.kill(os.getpid(), signal.SIGSEGV)
