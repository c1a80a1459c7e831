// SPDX-License-Identifier: Apache-2.0
// Throughput of core/token beside its floor: the bare primitives on the same bytes, with contexts and streams
// reused and nothing else done. The salt changes with every token, so that the bytes vary.
#include "core/token/AccessToken2.h"
#include "core/token/Decoder.h"

#include <benchmark/benchmark.h>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <zlib.h>

#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace {

constexpr std::string_view kAppId = "970CA35de60c44645bbae8a215061b33";
constexpr std::string_view kCertificate = "5CFd2fd1755d40ecb72977518be15d3b";
constexpr std::uint32_t kIssueTs = 1700000000;
constexpr std::size_t kSampleCount = 4096;

token::TokenInput userInput()
{
    return {std::string(kAppId), kIssueTs, 3600, 1, {token::chatUserService("user-1234", 3600)}};
}

/// Payloads and texts of many tokens that differ in salt and so in every byte of the signature.
struct Samples
{
    std::vector<std::string> payloads;
    std::vector<std::string> texts;

    Samples()
    {
        token::Builder builder;
        token::TokenInput input = userInput();
        for (std::size_t i = 0; i < kSampleCount; ++i) {
            input.salt = static_cast<std::uint32_t>(i) * 2654435761U;
            texts.emplace_back(*builder.build(input, kCertificate));
            payloads.emplace_back(builder.payload());
        }
    }
};

const Samples& samples()
{
    static const Samples all;
    return all;
}

class BareHmac
{
public:
    BareHmac()
    {
        EVP_MAC* mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        m_context = EVP_MAC_CTX_new(mac);
        EVP_MAC_free(mac);
        char digest[] = "SHA256";
        const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
        EVP_MAC_CTX_set_params(m_context, params);
    }
    ~BareHmac() { EVP_MAC_CTX_free(m_context); }
    void operator()(const void* key, std::size_t keySize, const void* data, std::size_t size,
                    unsigned char* out)
    {
        std::size_t written = 0;
        EVP_MAC_init(m_context, static_cast<const unsigned char*>(key), keySize, nullptr);
        EVP_MAC_update(m_context, static_cast<const unsigned char*>(data), size);
        EVP_MAC_final(m_context, out, &written, 32);
    }
    void chain(const void* issue, const void* salt, const char* data, std::size_t size, unsigned char* out)
    {
        (*this)(issue, 4, kCertificate.data(), kCertificate.size(), out);
        (*this)(salt, 4, out, 32, out);
        (*this)(std::array<unsigned char, 32>(*reinterpret_cast<std::array<unsigned char, 32>*>(out)).data(),
                32, data, size, out);
    }

private:
    EVP_MAC_CTX* m_context = nullptr;
};

unsigned char* bytes(char* text)
{
    return reinterpret_cast<unsigned char*>(text);
}

void build_user_token(benchmark::State& state)
{
    token::Builder builder;
    token::TokenInput input = userInput();
    for (auto _ : state) {
        input.salt += 2654435761U;
        benchmark::DoNotOptimize(builder.build(input, kCertificate)->data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(build_user_token);

void floor_build(benchmark::State& state)
{
    auto payloads = samples().payloads;
    BareHmac hmac;
    z_stream stream{};
    deflateInit(&stream, 6);
    std::vector<unsigned char> compressed(1024);
    std::vector<unsigned char> text(2048);
    std::size_t i = 0;
    for (auto _ : state) {
        std::string& payload = payloads[i++ % kSampleCount];
        unsigned char signature[32];
        hmac.chain(payload.data() + 68, payload.data() + 76, payload.data() + 34, payload.size() - 34,
                   signature);
        std::memcpy(payload.data() + 2, signature, 32);
        deflateReset(&stream);
        stream.next_in = bytes(payload.data());
        stream.avail_in = static_cast<uInt>(payload.size());
        stream.next_out = compressed.data();
        stream.avail_out = static_cast<uInt>(compressed.size());
        deflate(&stream, Z_FINISH);
        EVP_EncodeBlock(text.data(), compressed.data(), static_cast<int>(stream.total_out));
        benchmark::DoNotOptimize(text.data());
        benchmark::ClobberMemory();
    }
    deflateEnd(&stream);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(floor_build);

void build_app_token(benchmark::State& state)
{
    token::Builder builder;
    token::TokenInput input{std::string(kAppId), kIssueTs, 3600, 1, {token::chatAppService(3600)}};
    for (auto _ : state) {
        input.salt += 2654435761U;
        benchmark::DoNotOptimize(builder.build(input, kCertificate)->data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(build_app_token);

void decode_token(benchmark::State& state)
{
    token::Decoder decoder;
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(&decoder.decode(samples().texts[i++ % kSampleCount]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decode_token);

void verify_token(benchmark::State& state)
{
    token::Decoder decoder;
    std::vector<token::Decoded> decoded;
    for (std::size_t i = 0; i < 256; ++i)
        decoded.push_back(decoder.decode(samples().texts[i]));
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(decoder.verify(decoded[i++ % decoded.size()], kCertificate));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(verify_token);

void decode_and_verify_token(benchmark::State& state)
{
    token::Decoder decoder;
    std::size_t i = 0;
    for (auto _ : state) {
        const token::Decoded& decoded = decoder.decode(samples().texts[i++ % kSampleCount]);
        benchmark::DoNotOptimize(decoder.verify(decoded, kCertificate));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decode_and_verify_token);

void floor_verify(benchmark::State& state)
{
    const auto& texts = samples().texts;
    BareHmac hmac;
    z_stream stream{};
    inflateInit(&stream);
    std::vector<unsigned char> compressed(1024);
    std::vector<char> payload(1024);
    std::size_t i = 0;
    for (auto _ : state) {
        const std::string& text = texts[i++ % kSampleCount];
        const int size =
            EVP_DecodeBlock(compressed.data(), reinterpret_cast<const unsigned char*>(text.data()) + 3,
                            static_cast<int>(text.size() - 3));
        inflateReset(&stream);
        stream.next_in = compressed.data();
        stream.avail_in = static_cast<uInt>(size);
        stream.next_out = bytes(payload.data());
        stream.avail_out = static_cast<uInt>(payload.size());
        inflate(&stream, Z_FINISH);
        unsigned char signature[32];
        hmac.chain(payload.data() + 68, payload.data() + 76, payload.data() + 34, stream.total_out - 34,
                   signature);
        benchmark::DoNotOptimize(std::memcmp(signature, payload.data() + 2, 32));
    }
    inflateEnd(&stream);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(floor_verify);

} // namespace

BENCHMARK_MAIN();
