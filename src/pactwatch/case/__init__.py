"""The only package that joins the parts: each call a thin sequence."""
