# SPDX-License-Identifier: Apache-2.0
# The hardening of the distribution (dpkg-buildflags with hardening=+all), for what users run: stack protector,
# checked libc calls and library containers, addresses resolved before main and read-only from then on, CET.
# The sanitizers bring their own.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT CHATTOKEN_SANITIZE)
    add_compile_options(-fstack-protector-strong -Wformat -Werror=format-security)
    add_compile_definitions(_FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i[3-6]86")
        add_compile_options(-fcf-protection)
    endif()
    add_link_options(-Wl,-z,relro -Wl,-z,now)
    # CMake compiles for a position-independent program (above) and links one only when told so.
    include(CheckPIESupported)
    check_pie_supported()
endif()
