"""The widgets that every view is made of. Import each from its own module, so that starting stays light."""
