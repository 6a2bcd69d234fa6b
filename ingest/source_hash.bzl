"""source_hash: a header with a hash of all sources that targets are built from.

    source_hash(
        name = "source_hash",
        srcs = ["extractor.cc"],  # beside them, what is in no target below
        out = "source_hash.h",
        deps = [":events", …],
    )

gives `constexpr char kSourceHash[] = "…"`, which changes with every byte of the sources of `deps` and
of what these depend on. System libraries do not count, nor does data that a genrule's output file
holds: lexicons and models have versions of their own.
"""

SourcesInfo = provider(fields = ["files"])

# Where a rule names what it is made of.
_FOLLOWED = ["deps", "hdrs", "srcs"]

def _collect(target, ctx):
    direct = []
    for attribute in ["hdrs", "srcs"]:
        for file in getattr(ctx.rule.files, attribute, []):
            if file.is_source and not file.path.startswith("external/"):
                direct.append(file)
    below = []
    for attribute in _FOLLOWED:
        for dep in getattr(ctx.rule.attr, attribute, []):
            if SourcesInfo in dep:
                below.append(dep[SourcesInfo].files)
    return [SourcesInfo(files = depset(direct, transitive = below))]

_sources = aspect(implementation = _collect, attr_aspects = _FOLLOWED)

def _source_hash(ctx):
    files = depset(ctx.files.srcs, transitive = [dep[SourcesInfo].files for dep in ctx.attr.deps])
    paths = sorted([file.path for file in files.to_list()])
    names = ctx.actions.declare_file(ctx.label.name + ".files")
    ctx.actions.write(names, "\n".join(paths) + "\n")
    ctx.actions.run_shell(
        inputs = depset([names], transitive = [files]),
        outputs = [ctx.outputs.out],
        arguments = [names.path, ctx.outputs.out.path],
        # sha256sum prints each file's name too: moving a file is a change.
        command = "hash=$(xargs -d '\\n' sha256sum < $1 | sha256sum | cut -c1-16) && " +
                  "echo \"constexpr char kSourceHash[] = \\\"$hash\\\";\" > $2",
        mnemonic = "SourceHash",
    )
    return [DefaultInfo(files = depset([ctx.outputs.out]))]

source_hash = rule(
    implementation = _source_hash,
    attrs = {
        "deps": attr.label_list(aspects = [_sources]),
        "out": attr.output(mandatory = True),
        "srcs": attr.label_list(allow_files = True),
    },
)
