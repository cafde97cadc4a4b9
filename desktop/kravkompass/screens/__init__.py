"""What each screen shows and does: plain classes without Qt, frozen values out, verbs in."""
