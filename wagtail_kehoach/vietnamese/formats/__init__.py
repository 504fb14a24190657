"""How dates and times look in Vietnamese: name this in ``FORMAT_MODULE_PATH``."""
