"""``pactwatch story`` and ``compare``: one event in many outlets, and two reports side by side."""
