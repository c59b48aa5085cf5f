# The viewer's files become part of the library papar_engine: each is compressed, taken in by an assembler file, and
# named in a generated source. gzip -n leaves out name and time, so that the same files give the same bytes.
enable_language(ASM)
find_program(GZIP gzip REQUIRED)

set(viewer_dist ${PROJECT_SOURCE_DIR}/tools/viewer/dist)
set(viewer_build ${CMAKE_CURRENT_BINARY_DIR}/viewer)
file(MAKE_DIRECTORY ${viewer_build})

set(viewer_bytes ".section .rodata\n")
set(viewer_symbols "")
set(viewer_entries "")
set(viewer_packed "")
# By path, as viewer_files() promises.
foreach(entry "index.html|text/html; charset=utf-8" "licences.txt|text/plain; charset=utf-8"
        "viewer.css|text/css; charset=utf-8" "viewer.js|text/javascript; charset=utf-8")
    string(REPLACE "|" ";" entry "${entry}")
    string(REGEX MATCH "^[^;]+" name "${entry}")
    string(REGEX REPLACE "^[^;]+;(.*)$" "\\1" type "${entry}")  # whole: ^ would match again after each replacement
    string(MAKE_C_IDENTIFIER "papar_${name}" symbol)
    set(packed ${viewer_build}/${name}.gz)
    add_custom_command(OUTPUT ${packed} DEPENDS ${viewer_dist}/${name}
        COMMAND ${GZIP} -9 -n -c ${viewer_dist}/${name} > ${packed} VERBATIM)
    list(APPEND viewer_packed ${packed})
    string(APPEND viewer_bytes ".globl ${symbol}\n.globl ${symbol}_end\n${symbol}:\n.incbin \"${packed}\"\n${symbol}_end:\n")
    string(APPEND viewer_symbols "extern const std::byte ${symbol}[];\nextern const std::byte ${symbol}_end[];\n")
    string(APPEND viewer_entries "\n        {\"${name}\", \"${type}\", {${symbol}, ${symbol}_end}},")
endforeach()
string(APPEND viewer_bytes ".section .note.GNU-stack,\"\",%progbits\n")

file(CONFIGURE OUTPUT ${viewer_build}/viewer_bytes.s CONTENT "${viewer_bytes}" @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/viewer_files.cpp.in ${viewer_build}/viewer_files.cpp @ONLY)
set_source_files_properties(${viewer_build}/viewer_bytes.s PROPERTIES OBJECT_DEPENDS "${viewer_packed}")
add_library(papar_viewer_bytes OBJECT ${viewer_build}/viewer_bytes.s)  # by itself: without the flags for C++
