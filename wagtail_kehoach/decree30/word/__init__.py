"""Word files in the layout of the Decree; ``writer`` is the way in. Imports python-docx."""
