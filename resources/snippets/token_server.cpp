// A minimal Agora Chat token server; C++17 with OpenSSL 3, zlib, cpp-httplib and nlohmann-json.
//   Debian: apt install libssl-dev zlib1g-dev libcpp-httplib-dev nlohmann-json3-dev
//   g++ -std=c++17 token_server.cpp -o token_server -lcpp-httplib -lssl -lcrypto -lz -pthread
//   AGORA_APP_CERTIFICATE=... ./token_server
//   curl http://localhost:8080/generate-user-token -d '{"user_uuid": "alice", "expire": 3600}'
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <zlib.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

const std::string kAppId = "APP_ID_HERE";
const char* const kCertificate = std::getenv("AGORA_APP_CERTIFICATE"); // never in the source
constexpr std::int64_t kLongest = 24 * 3600;                           // seconds; what Agora Chat documents

std::string little(std::uint32_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i));
    return out;
}

std::string packed(const std::string& text)
{
    return little(static_cast<std::uint32_t>(text.size()), 2) + text;
}

std::string mac(const std::string& key, const std::string& message)
{
    unsigned char out[32];
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(), out, nullptr);
    return std::string(out, out + sizeof out);
}

std::string userToken(const std::string& user, std::uint32_t expire)
{
    std::random_device device;
    const auto issued = static_cast<std::uint32_t>(std::time(nullptr));
    const auto salt = std::uniform_int_distribution<std::uint32_t>(1, 99'999'999)(device);
    // One service: Chat (5) with one privilege, user (1)
    const std::string service = little(5, 2) + little(1, 2) + little(1, 2) + little(expire, 4) + packed(user);
    const std::string info =
        packed(kAppId) + little(issued, 4) + little(expire, 4) + little(salt, 4) + little(1, 2) + service;
    const std::string key = mac(little(salt, 4), mac(little(issued, 4), kCertificate));
    const std::string payload = packed(mac(key, info)) + info;
    uLongf size = compressBound(payload.size());
    std::string zipped(size, '\0');
    compress(reinterpret_cast<Bytef*>(zipped.data()), &size, reinterpret_cast<const Bytef*>(payload.data()),
             payload.size());
    std::string text((size + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(zipped.data()), static_cast<int>(size));
    text.resize(static_cast<std::size_t>(length));
    return "007" + text;
}

int main()
{
    if (!kCertificate)
        return 1;
    httplib::Server server;
    server.set_payload_max_length(65536);
    server.Post("/generate-user-token", [](const httplib::Request& request, httplib::Response& response) {
        const auto wanted = nlohmann::json::parse(request.body, nullptr, false);
        const auto user = wanted.is_object() ? wanted.find("user_uuid") : wanted.end();
        const bool named = wanted.is_object() && user != wanted.end() && user->is_string();
        const auto expire = named && wanted.contains("expire") ? wanted["expire"] : nlohmann::json(3600);
        const std::int64_t seconds = expire.is_number_integer() ? expire.get<std::int64_t>() : 0;
        nlohmann::json answer{{"error", "bad user_uuid or expire"}};
        response.status = 400;
        // Check here, by your own sign-in, that whoever asks is this user.
        if (named && *user != "" && seconds >= 1 && seconds <= kLongest) {
            answer = {{"token", userToken(user->get<std::string>(), static_cast<std::uint32_t>(seconds))}};
            response.status = 200;
        }
        response.set_content(answer.dump(), "application/json");
    });
    const char* port = std::getenv("PORT");
    server.listen("127.0.0.1", port ? std::atoi(port) : 8080);
}
