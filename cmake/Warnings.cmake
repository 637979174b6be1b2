# Warnings for our own code. Not exported: users of the library keep their own.
add_library(replylint_warnings INTERFACE)
target_compile_options(replylint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  # Wrong alarms on std::string in optimised builds of GCC 12 (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${REPLYLINT_WARNINGS_AS_ERRORS}>:-Werror>)
