# The game's fonts: subsets of installed fonts, made when an input has changed. Target: sango_fonts; result: share/fonts in the build
# folder, ID.ttf and ID-bold.ttf for each face of locales/fonts.json, with the fonts' licences beside them.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(SANGO_HB_SUBSET hb-subset NO_CMAKE_FIND_ROOT_PATH DOC "hb-subset (Debian: libharfbuzz-bin)")
if(NOT SANGO_HB_SUBSET)
  message(FATAL_ERROR "hb-subset was not found. On Debian: apt install libharfbuzz-bin")
endif()
set(SANGO_FONT_FOLDERS /usr/share/fonts/truetype /usr/share/fonts/opentype /usr/share/fonts CACHE STRING "Where installed fonts lie")
set(SANGO_FONT_LICENCES /usr/share/doc CACHE STRING "Where PACKAGE/copyright of the fonts' packages lie")

# sango_font(FACE WEIGHT FILE PACKAGE OUTPUT): the rule that makes one font file.
function(sango_font face weight file package output)
  string(MAKE_C_IDENTIFIER "SANGO_FONT_${file}" found)
  find_file(${found} ${file} PATHS ${SANGO_FONT_FOLDERS} NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  mark_as_advanced(${found})
  if(NOT ${found})
    message(FATAL_ERROR "The font ${file} was not found in ${SANGO_FONT_FOLDERS}. On Debian: apt install ${package}")
  endif()
  set(scripts ${PROJECT_SOURCE_DIR}/tools/fonts)
  set(used)
  set(used_option)
  if(ARGN) # a face that holds what the texts use is made again when they use more
    set(used ${CMAKE_BINARY_DIR}/fonts/used-characters.txt)
    set(used_option --used ${used})
  endif()
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${scripts}/make_font.py --config ${PROJECT_SOURCE_DIR}/locales/fonts.json --face ${face}
            --weight ${weight} --source ${${found}} ${used_option} --hb-subset ${SANGO_HB_SUBSET} ${output}
    DEPENDS ${scripts}/make_font.py ${scripts}/sfnt.py ${PROJECT_SOURCE_DIR}/locales/fonts.json ${${found}} ${used}
    COMMENT "Font ${face} ${weight}" VERBATIM)
endfunction()

function(sango_all_fonts)
  set(config ${PROJECT_SOURCE_DIR}/locales/fonts.json)
  set(folder ${CMAKE_BINARY_DIR}/share/fonts)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${config})
  file(GLOB_RECURSE texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/locales/*.json ${PROJECT_SOURCE_DIR}/content/*.json)
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/fonts/used-characters.txt
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/fonts/used_characters.py ${CMAKE_BINARY_DIR}/fonts/used-characters.txt
            ${PROJECT_SOURCE_DIR}/locales ${PROJECT_SOURCE_DIR}/content
    DEPENDS ${PROJECT_SOURCE_DIR}/tools/fonts/used_characters.py ${texts}
    COMMENT "Characters of all texts" VERBATIM)

  file(READ ${config} json)
  string(JSON count LENGTH ${json} faces)
  math(EXPR last "${count} - 1")
  set(outputs)
  set(packages)
  foreach(i RANGE ${last})
    string(JSON id GET ${json} faces ${i} id)
    string(JSON package GET ${json} faces ${i} package)
    string(JSON used ERROR_VARIABLE no_use GET ${json} faces ${i} used)
    if(no_use)
      set(used)
    endif()
    foreach(weight regular bold)
      string(JSON file ERROR_VARIABLE absent GET ${json} faces ${i} ${weight})
      if(absent)
        continue()
      endif()
      set(output ${folder}/${id}.ttf)
      if(weight STREQUAL bold)
        set(output ${folder}/${id}-bold.ttf)
      endif()
      sango_font(${id} ${weight} ${file} ${package} ${output} ${used})
      list(APPEND outputs ${output})
    endforeach()
    list(APPEND packages ${package})
  endforeach()

  list(REMOVE_DUPLICATES packages)
  foreach(package ${packages})
    set(licence ${folder}/LICENCE-${package}.txt)
    set(source ${SANGO_FONT_LICENCES}/${package}/copyright)
    if(NOT EXISTS ${source})
      message(FATAL_ERROR "The licence of the fonts of ${package} was not found: ${source}")
    endif()
    add_custom_command(OUTPUT ${licence} COMMAND ${CMAKE_COMMAND} -E copy ${source} ${licence} DEPENDS ${source} VERBATIM)
    list(APPEND outputs ${licence})
  endforeach()
  add_custom_target(sango_fonts ALL DEPENDS ${outputs})
endfunction()

sango_all_fonts()
