// SPDX-License-Identifier: Apache-2.0
#include "app/cli/SecretInput.h"

#include "core/base/Errors.h"
#include "core/token/AccessToken2.h"
#include "core/base/Trim.h"
#include "core/vault/Strength.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include <bsd/readpassphrase.h>
#include <fcntl.h>
#include <unistd.h>

namespace cli {
namespace {

using base::SecretBytes;

constexpr std::size_t kMaxTyped = 1024; // bytes, the longest passphrase
constexpr std::size_t kMaxRead = 4096;  // bytes of a descriptor: what is longer is no passphrase

Failure noTerminal()
{
    return {kUsage,
            "no-terminal",
            "",
            "",
            "there is no terminal to ask for the passphrase",
            "Give it with --passphrase-fd N, or the key with --key-file FILE."};
}

/// All that comes, up to kMaxRead bytes; cut off there, which every check then refuses as too long.
tl::expected<SecretBytes, Failure> readDescriptor(int fd, std::string_view option)
{
    std::array<char, kMaxRead> buffer{};
    std::size_t size = 0;
    ssize_t got = 0;
    while (size < buffer.size()) {
        got = ::read(fd, buffer.data() + size, buffer.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    const int error = errno;
    SecretBytes bytes(std::string_view(buffer.data(), size));
    base::wipe(buffer.data(), buffer.size());
    if (got < 0)
        return failed(
            Failure::usage("bad-descriptor", option, "cannot be read: " + std::string(std::strerror(error)),
                           "Open the descriptor in the shell, as in " + std::string(option) + " 3 3< FILE."));
    if (bytes.empty())
        return failed(Failure::usage("empty-input", option, "gave nothing",
                                     "Each secret needs a file or a descriptor of its own."));
    return bytes;
}

tl::expected<SecretBytes, Failure> readDescriptorOption(const Context& context, std::string_view option)
{
    const std::string& text = *context.args.value(option);
    int fd = -1;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), fd);
    if (error != std::errc{} || stop != text.data() + text.size() || fd < 0)
        return failed(Failure::usage("bad-descriptor", option, "“" + text + "” is no number of a descriptor",
                                     "Write a number, as in " + std::string(option) + " 3 3< FILE."));
    return readDescriptor(fd, option);
}

tl::expected<vault::Passphrase, Failure> asPassphrase(base::Result<vault::Passphrase> made)
{
    return made ? tl::expected<vault::Passphrase, Failure>(std::move(*made)) : failed(made.error());
}

tl::expected<vault::Passphrase, Failure> strongEnough(tl::expected<vault::Passphrase, Failure> fresh)
{
    if (!fresh)
        return fresh;
    if (const auto strong = vault::checkNewPassphrase(*fresh); !strong)
        return failed(strong.error());
    return fresh;
}

tl::expected<SecretBytes, Failure> readSecretFile(const std::string& path, std::string_view option)
{
    if (path == "-" && Io::inIsTerminal())
        return typedText("App Certificate: ", Echo::Off);
    if (path == "-")
        return readDescriptor(STDIN_FILENO, option);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return failed(
            base::makeError(base::errors::kFileRead, option, {path, std::string(std::strerror(errno))}));
    auto bytes = readDescriptor(fd, option);
    ::close(fd);
    return bytes;
}

} // namespace

bool hasTerminal()
{
    if (::isatty(STDERR_FILENO) != 1)
        return false;
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd >= 0)
        ::close(fd);
    return fd >= 0;
}

tl::expected<SecretBytes, Failure> typedText(const char* prompt, Echo echo)
{
    std::array<char, kMaxTyped + 2> buffer{};
    if (!hasTerminal() || !::readpassphrase(prompt, buffer.data(), buffer.size(),
                                            RPP_REQUIRE_TTY | (echo == Echo::On ? RPP_ECHO_ON : 0)))
        return failed(noTerminal());
    SecretBytes text{std::string_view(buffer.data())};
    base::wipe(buffer.data(), buffer.size());
    return text;
}

tl::expected<vault::Passphrase, Failure> typedPassphrase(const char* prompt)
{
    const auto text = typedText(prompt, Echo::Off);
    return text ? asPassphrase(vault::Passphrase::fromText(text->view())) : failed(text.error());
}

tl::expected<vault::Passphrase, Failure> passphraseFrom(const Context& context, std::string_view option)
{
    const auto bytes = readDescriptorOption(context, option);
    return bytes ? asPassphrase(vault::Passphrase::fromInput(bytes->view())) : failed(bytes.error());
}

tl::expected<vault::Passphrase, Failure> newPassphrase(const Context& context, std::string_view option)
{
    if (context.args.has(option))
        return strongEnough(passphraseFrom(context, option));
    const auto first = typedText("New passphrase: ", Echo::Off);
    if (!first) {
        Failure failure = first.error();
        failure.hint = "Give it with " + std::string(option) + " N.";
        return failed(std::move(failure));
    }
    const auto second = typedText("The same again: ", Echo::Off);
    if (!second)
        return failed(second.error());
    if (first->view() != second->view())
        return failed(Failure{kUsage, "not-the-same", "", "", "the two passphrases are not the same",
                              "Type them again."});
    return strongEnough(asPassphrase(vault::Passphrase::fromText(first->view())));
}

tl::expected<SecretBytes, Failure> certificateFrom(const Context& context, std::string_view fileOption,
                                                   std::string_view fdOption)
{
    const std::string* file = context.args.value(fileOption);
    const bool fd = !fdOption.empty() && context.args.has(fdOption);
    if (!file && !fd)
        return SecretBytes();
    if (file && fd)
        return failed(Failure::conflict(fdOption, fileOption));
    const auto bytes = file ? readSecretFile(*file, fileOption) : readDescriptorOption(context, fdOption);
    if (!bytes)
        return failed(bytes.error());
    SecretBytes certificate(base::trimmed(bytes->view()));
    if (const auto ok = token::checkCertificate(certificate.view()); !ok)
        return failed(ok.error());
    context.io.redactor.addSecret(certificate.view());
    return certificate;
}

} // namespace cli
