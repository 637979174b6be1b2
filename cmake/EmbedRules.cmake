# Writes the shipped rule files into one source file.
#   cmake -DRULES=<folder> -DOUTPUT=<file.cpp> -P EmbedRules.cmake
file(GLOB_RECURSE files RELATIVE "${RULES}" "${RULES}/*.yml")
list(SORT files)
set(out "// Made by cmake/EmbedRules.cmake from the files below rules/.\n")
string(APPEND out "#include \"rules/load.hpp\"\n\nnamespace replylint::rules {\n\n")
string(APPEND out "const std::vector<RuleFile>& shipped_files() {\n")
string(APPEND out "  static const std::vector<RuleFile> files{\n")
foreach(file IN LISTS files)
  file(READ "${RULES}/${file}" text)
  string(APPEND out "      {\"${file}\", \"rules/en/${file}\", R\"#yml#(${text})#yml#\"},\n")
endforeach()
string(APPEND out "  };\n  return files;\n}\n\n}  // namespace replylint::rules\n")
file(WRITE "${OUTPUT}" "${out}")
