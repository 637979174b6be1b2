# Warnings for our own code. Not exported: users of the library keep their own.
add_library(replylint_warnings INTERFACE)
target_compile_options(replylint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${REPLYLINT_WARNINGS_AS_ERRORS}>:-Werror>)
