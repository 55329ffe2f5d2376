"""The rules of the register, one small generator each; the docstring of each is the rule."""
