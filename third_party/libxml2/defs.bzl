"""Where libxml2's headers stand."""

LIBXML2_COPTS = ["-isystem/usr/include/libxml2"]
