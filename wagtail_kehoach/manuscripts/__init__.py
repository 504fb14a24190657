"""Posts as people write them in Word: text and photos, in their order. Pure Python."""
