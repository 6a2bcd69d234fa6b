// What LeakSanitizer is to pass over in tests that draw: memory that Graphviz 2.42, Pango,
// Fontconfig and GLib keep for the life of the process.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libgvc\n"
         "leak:libgvplugin\n"
         "leak:libcgraph\n"
         "leak:libpango\n"
         "leak:libfontconfig\n"
         "leak:libcairo\n"
         "leak:libglib\n"
         "leak:libltdl\n"
         "leak:libexpat\n";
}
