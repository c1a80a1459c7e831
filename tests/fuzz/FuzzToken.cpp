// SPDX-License-Identifier: Apache-2.0
// The payload parser behind zlib, which hides it from a fuzzer that mutates texts: the input is the payload.
// What decodes without a problem must come out of the builder byte for byte as it went in, but for the
// signature.
#include "core/token/Base64.h"
#include "core/token/Decoder.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static token::Deflater deflater;
    static token::Decoder decoder;
    static token::Builder builder;
    const std::string_view payload(reinterpret_cast<const char*>(data), size);
    std::string compressed;
    std::string text(token::kVersion007);
    if (!deflater.deflate(payload, compressed))
        std::abort();
    token::appendBase64(compressed, text);
    const token::Decoded& decoded = decoder.decode(text);
    if (decoded.payload != payload)
        std::abort();
    if (!decoded.problems.empty())
        return 0;
    const token::TokenInput input{decoded.appId, *decoded.issueTs, *decoded.expire, *decoded.salt,
                                  decoded.services};
    if (!builder.build(input, "5CFd2fd1755d40ecb72977518be15d3b"))
        std::abort();
    // RTM2 permissions are sorted by the builder and kept as they are by the decoder.
    for (const token::Service& service : decoded.services) {
        if (service.is(token::ServiceType::Rtm2))
            return 0;
    }
    if (builder.payload().substr(34) != payload.substr(34))
        std::abort();
    return 0;
}
