"""What sites say around articles, and how papers sign them, by words alone: no page is known here.

Metadata are read with it and the rules go by it, so it stands below both.
"""
