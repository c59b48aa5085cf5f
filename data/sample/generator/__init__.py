"""How the fictional Kabupaten Contoh is made: the land first, and everything else from the land.

Every stage uses only operations whose results IEEE 754 fixes to the last bit (+ - * / sqrt, comparisons, integers), in
an order that does not depend on the machine, so that all machines make the same values.
"""
