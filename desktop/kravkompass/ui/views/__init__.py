"""How each screen looks, made of the widget kit. One file per screen or page, named as its screen."""
