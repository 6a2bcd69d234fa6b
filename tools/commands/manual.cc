#include "tools/commands/manual.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace norn::tools {
namespace {

// Text that troff shows as it stands.
std::string Troff(absl::string_view text) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    std::string escaped = absl::StrReplaceAll(line, {{"\\", "\\e"}, {"-", "\\-"}});
    // At a line's beginning these begin a request.
    if (!escaped.empty() && (escaped[0] == '.' || escaped[0] == '\'')) escaped.insert(0, "\\&");
    lines.push_back(std::move(escaped));
  }
  return absl::StrJoin(lines, "\n");
}

std::string OptionEntry(const OptionText& option) {
  const std::string value =
      option.value.empty() ? "" : absl::StrCat("\\fI", Troff(option.value), "\\fR");
  const std::string names =
      absl::StrJoin(option.names, ", ", [](std::string* out, const std::string& name) {
        absl::StrAppend(out, "\\fB", Troff(name), "\\fR");
      });
  std::string entry = absl::StrCat(".TP\n", names, names.empty() || value.empty() ? "" : " ", value,
                                   "\n", Troff(option.description), "\n");
  if (!option.choices.empty()) {
    absl::StrAppend(&entry, "One of ", Troff(absl::StrJoin(option.choices, ", ")), ".\n");
  }
  return entry;
}

// Within single quotes of a shell.
std::string Quoted(absl::string_view text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

std::vector<std::string> SubcommandNames(const std::vector<ManualText>& commands) {
  std::vector<std::string> names;
  for (const ManualText& command : commands) {
    if (!command.name.empty()) names.push_back(command.name);
  }
  return names;
}

std::vector<std::string> OptionNames(const ManualText& command) {
  std::vector<std::string> names;
  for (const OptionText& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

}  // namespace

std::string ManualPage(const ManualText& command, absl::string_view version) {
  const bool is_norn = command.name.empty();
  const std::string page = is_norn ? "norn" : absl::StrCat("norn-", command.name);
  std::string out =
      absl::StrCat(".TH ", absl::AsciiStrToUpper(page), " 1 \"\" \"norn ", Troff(version),
                   "\" \"norn\"\n.SH NAME\n", Troff(page), " \\- ", Troff(command.description),
                   "\n.SH SYNOPSIS\n.B norn",
                   is_norn ? " SUBCOMMAND" : absl::StrCat(" ", command.name), "\n[OPTION]...");
  std::string options;
  for (const OptionText& option : command.options) {
    if (option.names.empty()) absl::StrAppend(&out, " ", Troff(option.value));
    absl::StrAppend(&options, OptionEntry(option));
  }
  absl::StrAppend(&out, "\n.SH OPTIONS\n", options);
  if (!command.subcommands.empty()) {
    absl::StrAppend(&out, ".SH SUBCOMMANDS\n.nf\n", Troff(absl::StrJoin(command.subcommands, "\n")),
                    "\n.fi\n");
  }
  absl::StrAppend(&out, ".SH NOTES\n.nf\n", Troff(command.footer), "\n.fi\n");
  return out;
}

std::string BashCompletion(const std::vector<ManualText>& commands) {
  std::string options, choices;
  for (const ManualText& command : commands) {
    if (command.name.empty()) continue;
    absl::StrAppend(&options, "    ", command.name,
                    ") options=", Quoted(absl::StrJoin(OptionNames(command), " ")), " ;;\n");
    for (const OptionText& option : command.options) {
      if (option.choices.empty()) continue;
      for (const std::string& name : option.names) {
        absl::StrAppend(&choices, "    '", command.name, " ", name,
                        "') choices=", Quoted(absl::StrJoin(option.choices, " ")), " ;;\n");
      }
    }
  }
  return absl::StrCat(
      "# bash completion for norn\n_norn() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} options= choices=\n"
      "  if ((COMP_CWORD == 1)); then\n    mapfile -t COMPREPLY < <(compgen -W ",
      Quoted(absl::StrJoin(SubcommandNames(commands), " ")),
      " -- \"$current\")\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n", options,
      "  esac\n  case \"${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD - 1]}\" in\n", choices,
      "  esac\n  if test -n \"$choices\"; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$current\")\n"
      "  elif [[ $current == -* ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
      "  else\n    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n  fi\n}\n"
      "complete -o filenames -F _norn norn\n");
}

std::string ZshCompletion(const std::vector<ManualText>& commands) {
  // A colon parts a word from its description.
  const auto described = [](absl::string_view word, absl::string_view description) {
    return Quoted(
        absl::StrCat(word, ":", absl::StrReplaceAll(description, {{":", "\\:"}, {"\n", " "}})));
  };
  std::string subcommands, cases;
  for (const ManualText& command : commands) {
    if (command.name.empty()) continue;
    absl::StrAppend(&subcommands, "    ", described(command.name, command.description), "\n");
    std::string options, choices;
    for (const OptionText& option : command.options) {
      for (const std::string& name : option.names) {
        absl::StrAppend(&options, " ", described(name, option.description));
        if (option.choices.empty()) continue;
        absl::StrAppend(&choices, "        ", name, ") compadd -- ",
                        absl::StrJoin(option.choices, " "), "; return ;;\n");
      }
    }
    absl::StrAppend(&cases, "    ", command.name, ")\n      case $words[CURRENT-1] in\n", choices,
                    "      esac\n      options=(", options, " ) ;;\n");
  }
  return absl::StrCat("#compdef norn\n_norn() {\n  local -a subcommands options\n  subcommands=(\n",
                      subcommands,
                      "  )\n  if ((CURRENT == 2)); then\n    _describe subcommand subcommands\n"
                      "    return\n  fi\n  case $words[2] in\n",
                      cases,
                      "  esac\n  if [[ $PREFIX == -* ]]; then\n    _describe option options\n"
                      "  else\n    _files\n  fi\n}\n_norn \"$@\"\n");
}

std::string FishCompletion(const std::vector<ManualText>& commands) {
  std::string out = "# fish completion for norn\n";
  for (const ManualText& command : commands) {
    if (command.name.empty()) continue;
    absl::StrAppend(&out, "complete -c norn -n __fish_use_subcommand -f -a ", command.name, " -d ",
                    Quoted(command.description), "\n");
    for (const OptionText& option : command.options) {
      if (option.names.empty()) continue;
      absl::StrAppend(&out, "complete -c norn -n '__fish_seen_subcommand_from ", command.name, "'");
      for (const std::string& name : option.names) {
        const bool is_long = name.size() > 1 && name[1] == '-';
        absl::StrAppend(&out, is_long ? " -l " : " -s ", name.substr(is_long ? 2 : 1));
      }
      if (!option.value.empty()) absl::StrAppend(&out, " -r");
      if (!option.choices.empty()) {
        absl::StrAppend(&out, " -f -a ", Quoted(absl::StrJoin(option.choices, " ")));
      }
      absl::StrAppend(&out, " -d ", Quoted(option.description), "\n");
    }
  }
  return out;
}

}  // namespace norn::tools
