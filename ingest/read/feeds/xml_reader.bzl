"""xml_reader: a format of XML with its test."""

load("//third_party/libxml2:defs.bzl", "LIBXML2_COPTS")

def xml_reader(name, deps = []):
    """NAME.h, NAME.cc and NAME_test.cc, over what all readers of XML use."""
    native.cc_library(
        name = name,
        srcs = [name + ".cc"],
        hdrs = [name + ".h"],
        copts = LIBXML2_COPTS,
        deps = deps + [
            ":xml_format",
            "//ingest/read/articles:article_fields",
            "//ingest/read/format",
            "//ingest/read/syntax:xml_document",
            "//third_party/absl",
        ],
        alwayslink = True,  # it registers itself
    )
    native.cc_test(
        name = name + "_test",
        size = "small",
        srcs = [name + "_test.cc"],
        copts = LIBXML2_COPTS,
        deps = [
            ":" + name,
            "//ingest/read/format:collecting_output",
            "//third_party/gtest:gtest_main",
        ],
    )
