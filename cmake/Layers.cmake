# replylint_layer(NAME SOURCES ... LIBRARIES ...): one folder of src/ as an object
# library, so that its tests link it and what lies below it and nothing above.
# The installed library is made of all of them.
function(replylint_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  add_library(replylint_${name} OBJECT ${arg_SOURCES})
  target_compile_features(replylint_${name} PUBLIC cxx_std_20)
  target_include_directories(replylint_${name}
    PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
    PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(replylint_${name} PUBLIC ${arg_LIBRARIES} PRIVATE $<BUILD_INTERFACE:replylint_warnings>)
endfunction()

# replylint_test(NAME SOURCES ... LAYERS ...): a Catch2 program over the named layers.
function(replylint_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LAYERS")
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/tests")
  if(engine IN_LIST arg_LAYERS)
    list(APPEND arg_LAYERS image)
  endif()
  list(TRANSFORM arg_LAYERS PREPEND replylint_)
  target_link_libraries(${name} PRIVATE ${arg_LAYERS} catch_main replylint_warnings)
  target_compile_definitions(${name} PRIVATE REPLYLINT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
