// SPDX-License-Identifier: Apache-2.0
#include "core/token/AccessToken2.h"

#include "core/base/Hex.h"
#include "core/base/Utf8.h"
#include "core/token/Base64.h"
#include "core/token/Errors.h"

#include <algorithm>

namespace token {
namespace {

using base::Error;
using base::fail;
using base::Result;

Result<> checkHexId(std::string_view value, std::string_view code, std::string_view field)
{
    const std::size_t bad = base::firstNonHex(value);
    if (value.size() == kIdSize && bad == std::string_view::npos)
        return {};
    return fail(code, field,
                std::vector{std::to_string(value.size()),
                            bad == std::string_view::npos ? std::string() : std::to_string(bad)});
}

/// Appends little-endian integers and length-prefixed strings. The limits were checked before.
class Packer final
{
public:
    explicit Packer(std::string& out)
        : m_out(out)
    {
    }
    void u16(std::size_t value)
    {
        const char bytes[2] = {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
        m_out.append(bytes, sizeof bytes);
    }
    void u32(std::uint32_t value)
    {
        const char bytes[4] = {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF),
                               static_cast<char>(value >> 16 & 0xFF), static_cast<char>(value >> 24 & 0xFF)};
        m_out.append(bytes, sizeof bytes);
    }
    void string(std::string_view value)
    {
        u16(value.size());
        m_out.append(value);
    }

private:
    std::string& m_out;
};

std::string fieldPath(std::size_t service, std::string_view name)
{
    return "services[" + std::to_string(service) + "]." + std::string(name);
}

Result<> checkText(std::string_view text, std::size_t service, std::string_view name)
{
    if (text.size() > kMaxString)
        return fail(errors::kStringTooLong, fieldPath(service, name),
                    std::vector{std::to_string(text.size()), std::to_string(kMaxString)});
    if (const std::size_t bad = base::firstInvalidUtf8(text); bad != std::string_view::npos)
        return fail(errors::kBadUtf8, fieldPath(service, name), std::vector{std::to_string(bad)});
    return {};
}

Result<> checkCount(std::size_t count, std::size_t service, std::string_view name)
{
    if (count > kMaxCount)
        return fail(errors::kTooManyItems, fieldPath(service, name),
                    std::vector{std::to_string(count), std::to_string(kMaxCount)});
    return {};
}

Result<> checkPermissions(const Service& service, std::size_t index)
{
    if (auto ok = checkCount(service.permissions.size(), index, "permissions"); !ok)
        return ok;
    for (const ResourcePermissions& resource : service.permissions) {
        if (auto ok = checkCount(resource.permissions.size(), index, "permissions"); !ok)
            return ok;
        for (const Permission& permission : resource.permissions) {
            if (auto ok = checkCount(permission.resources.size(), index, "permissions"); !ok)
                return ok;
            for (const std::string& name : permission.resources) {
                if (auto ok = checkText(name, index, "permissions"); !ok)
                    return ok;
            }
        }
    }
    return {};
}

Result<> checkService(const Service& service, std::size_t index)
{
    const ServiceInfo* info = serviceInfo(service.type);
    if (!info)
        return fail(errors::kUnknownService, fieldPath(index, "type"),
                    std::vector{std::to_string(service.type)});
    if (auto ok = checkCount(service.privileges.size(), index, "privileges"); !ok)
        return ok;
    if (service.privileges.size() > 1) {
        auto sorted = service.privileges;
        const auto byId = [](const Privilege& a, const Privilege& b) { return a.id < b.id; };
        const auto sameId = [](const Privilege& a, const Privilege& b) { return a.id == b.id; };
        std::sort(sorted.begin(), sorted.end(), byId);
        if (const auto twin = std::adjacent_find(sorted.begin(), sorted.end(), sameId); twin != sorted.end())
            return fail(errors::kDuplicatePrivilege, fieldPath(index, "privileges"),
                        std::vector{std::to_string(twin->id)});
    }
    for (const ServiceField& field : info->fields) {
        if (field.kind == ServiceFieldKind::Text) {
            if (auto ok = checkText(service.*field.text, index, field.name); !ok)
                return ok;
        } else if (field.kind == ServiceFieldKind::Permissions) {
            if (auto ok = checkPermissions(service, index); !ok)
                return ok;
        }
    }
    return {};
}

Result<> check(const TokenInput& input, std::string_view certificate)
{
    if (auto ok = checkAppId(input.appId); !ok)
        return ok;
    if (auto ok = checkCertificate(certificate); !ok)
        return ok;
    if (input.services.empty())
        return fail(errors::kNoServices, "services");
    if (input.services.size() > kMaxCount)
        return fail(errors::kTooManyServices, "services",
                    std::vector{std::to_string(input.services.size()), std::to_string(kMaxCount)});
    for (std::size_t i = 0; i < input.services.size(); ++i) {
        if (auto ok = checkService(input.services[i], i); !ok)
            return ok;
    }
    return {};
}

void packPrivileges(Packer& packer, const std::vector<Privilege>& privileges)
{
    packer.u16(privileges.size());
    const auto byId = [](const Privilege& a, const Privilege& b) { return a.id < b.id; };
    const auto packAll = [&](const std::vector<Privilege>& sorted) {
        for (const Privilege& privilege : sorted) {
            packer.u16(privilege.id);
            packer.u32(privilege.seconds);
        }
    };
    if (std::is_sorted(privileges.begin(), privileges.end(), byId)) {
        packAll(privileges);
    } else {
        auto sorted = privileges;
        std::sort(sorted.begin(), sorted.end(), byId);
        packAll(sorted);
    }
}

void packPermissions(Packer& packer, std::vector<ResourcePermissions> resources)
{
    std::stable_sort(resources.begin(), resources.end(),
                     [](const auto& a, const auto& b) { return a.resource < b.resource; });
    packer.u16(resources.size());
    for (ResourcePermissions& resource : resources) {
        std::stable_sort(resource.permissions.begin(), resource.permissions.end(),
                         [](const auto& a, const auto& b) { return a.permission < b.permission; });
        packer.u16(resource.resource);
        packer.u16(resource.permissions.size());
        for (const Permission& permission : resource.permissions) {
            packer.u16(permission.permission);
            packer.u16(permission.resources.size());
            for (const std::string& name : permission.resources)
                packer.string(name);
        }
    }
}

void packService(Packer& packer, const Service& service)
{
    packer.u16(service.type);
    packPrivileges(packer, service.privileges);
    for (const ServiceField& field : serviceInfo(service.type)->fields) {
        switch (field.kind) {
        case ServiceFieldKind::Text:
            packer.string(service.*field.text);
            break;
        case ServiceFieldKind::Role:
            packer.u16(static_cast<std::uint16_t>(service.role));
            break;
        case ServiceFieldKind::Permissions:
            packPermissions(packer, service.permissions);
            break;
        }
    }
}

} // namespace

Result<> checkAppId(std::string_view appId)
{
    return checkHexId(appId, errors::kBadAppId, "app_id");
}

Result<> checkCertificate(std::string_view certificate)
{
    return checkHexId(certificate, errors::kBadCertificate, "app_certificate");
}

Result<std::string_view> Builder::build(const TokenInput& input, std::string_view certificate)
{
    if (auto ok = check(input, certificate); !ok)
        return fail(ok.error());

    m_order.clear();
    for (const Service& service : input.services)
        m_order.push_back(&service);
    const auto byType = [](const Service* a, const Service* b) { return a->type < b->type; };
    if (!std::is_sorted(m_order.begin(), m_order.end(), byType))
        std::stable_sort(m_order.begin(), m_order.end(), byType);

    // The signature stands in front of what it signs, so its place is kept free first.
    constexpr std::size_t kSigningStart = 2 + kSignatureSize;
    m_payload.clear();
    Packer packer(m_payload);
    packer.u16(kSignatureSize);
    m_payload.append(kSignatureSize, '\0');
    packer.string(input.appId);
    packer.u32(input.issueTs);
    packer.u32(input.expire);
    packer.u32(input.salt);
    packer.u16(m_order.size());
    for (const Service* service : m_order)
        packService(packer, *service);

    Signature signature;
    if (!m_signer.sign(certificate, input.issueTs, input.salt,
                       std::string_view(m_payload).substr(kSigningStart), signature))
        return fail(errors::kCryptoFailed, "", std::vector{std::string("HMAC-SHA256")});
    std::copy(signature.begin(), signature.end(), m_payload.begin() + 2);

    if (!m_deflater.deflate(m_payload, m_compressed))
        return fail(errors::kCryptoFailed, "", std::vector{std::string("deflate")});
    m_text = kVersion007;
    appendBase64(m_compressed, m_text);
    return std::string_view(m_text);
}

Result<std::string> build(const TokenInput& input, std::string_view certificate)
{
    Builder builder;
    return builder.build(input, certificate).map([](std::string_view text) { return std::string(text); });
}

} // namespace token
