"""The record carried out of the tool."""
