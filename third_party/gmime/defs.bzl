"""Where GMime's and GLib's headers stand."""

GMIME_COPTS = [
    "-isystem/usr/include/gmime-3.0",
    "-isystem/usr/include/glib-2.0",
]
