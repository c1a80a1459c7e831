// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/SafeFile.h"

#include <QString>
#include <QtGlobal>

#include <string>

namespace support {

/// The path of a file of tests/data.
inline std::string dataFile(const char* name)
{
    return qEnvironmentVariable("CHATTOKEN_TEST_DATA").toStdString() + '/' + name;
}

/// A JSON file of tests/data; ends the test run where it is missing or broken.
inline base::JsonValue jsonData(const char* name)
{
    const auto text = base::readFile(dataFile(name), std::size_t{64} << 20);
    if (!text)
        qFatal("%s: %s", name, text.error().args.back().c_str());
    auto json = base::JsonValue::parse(*text);
    if (!json)
        qFatal("%s: %s", name, json.error().args.back().c_str());
    return std::move(*json);
}

inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace support
