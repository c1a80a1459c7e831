# SPDX-License-Identifier: Apache-2.0
# The hardening of the distribution (dpkg-buildflags with hardening=+all) for what users run and what the tests run:
# stack protector, checked libc calls and library containers, addresses resolved before main and read-only from then
# on, branch targets marked. (The linker's IBT mark needs it of every object, and crt1.o of Debian 12 does not have
# it.) The sanitizers bring their own. tests/architecture/hardening.py looks at the programs.
if(NOT CHATTOKEN_SANITIZE)
    # Only with an optimising compiler has libc checks; one that defines the macro itself is asked for no other.
    add_compile_options(-fstack-protector-strong -Wformat -Werror=format-security -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i[3-6]86")
        add_compile_options(-fcf-protection)
    endif()
    add_link_options(-Wl,-z,relro -Wl,-z,now)
    # CMake compiles for a position-independent program, and links one only when told so.
    include(CheckPIESupported)
    check_pie_supported()
endif()
