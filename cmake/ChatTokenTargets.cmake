# SPDX-License-Identifier: Apache-2.0
# The compile settings of every target, and the functions that add one.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
    # Without the sloppiness a precompiled header never hits the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CCACHE}")
endif()

# Libraries that a program does not call are not loaded at its start.
add_link_options(-Wl,--as-needed)

add_library(chattoken_options INTERFACE)
target_compile_options(chattoken_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
if(CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(chattoken_options INTERFACE -fpch-preprocess)
endif()
if(CHATTOKEN_WERROR)
    target_compile_options(chattoken_options INTERFACE -Werror)
endif()
target_compile_definitions(chattoken_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CHATTOKEN_VERSION="${PROJECT_VERSION}")
target_include_directories(chattoken_options INTERFACE "${CMAKE_SOURCE_DIR}")

if(CHATTOKEN_SANITIZE)
    add_compile_options(-fsanitize=${CHATTOKEN_SANITIZE} -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${CHATTOKEN_SANITIZE})
    # g++ 12 sees uninitialised members in moved variants where the sanitizers have added their checks.
    target_compile_options(chattoken_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(CHATTOKEN_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# chattoken_core(<module> [QT] SOURCES ... [LINK ...] [PRIVATE_LINK ...])
# One static library core_<module> with the alias core::<module>. QT turns moc on and links Qt6::Core.
function(chattoken_core module)
    cmake_parse_arguments(arg "QT" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(core_${module} STATIC ${arg_SOURCES})
    add_library(core::${module} ALIAS core_${module})
    target_link_libraries(core_${module} PUBLIC chattoken_options ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
    if(arg_QT)
        set_target_properties(core_${module} PROPERTIES AUTOMOC ON)
        target_link_libraries(core_${module} PUBLIC Qt6::Core)
    endif()
endfunction()
