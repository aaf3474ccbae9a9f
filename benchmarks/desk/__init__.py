"""How long a Word file takes to become an article, against what one would write oneself."""
