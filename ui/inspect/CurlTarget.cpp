// SPDX-License-Identifier: Apache-2.0
#include "ui/inspect/CurlTarget.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace ui {
namespace {

/// The parts of the path, decoded one by one: a “%2F” in a name is no border.
std::vector<std::string> segmentsOf(const QUrl& url)
{
    std::vector<std::string> segments;
    for (const QString& part : url.path(QUrl::FullyEncoded).split(QLatin1Char('/'), Qt::SkipEmptyParts))
        segments.push_back(QByteArray::fromPercentEncoding(part.toLatin1()).toStdString());
    return segments;
}

std::string projectOf(const QUrl& url, const std::vector<std::string>& path,
                      const std::vector<project::Project>& projects)
{
    const bool byAppId = path[0] == "app-id";
    const std::string origin =
        url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
            .toString()
            .toStdString();
    std::string byHost;
    for (const project::Project& project : projects) {
        if (byAppId ? project.appId == path[1] : project.orgName == path[0] && project.appName == path[1])
            return project.id;
        if (byHost.empty() && project.restHost == origin)
            byHost = project.id;
    }
    return byHost;
}

} // namespace

CurlTarget curlTarget(const std::string& method, const std::string& url,
                      const project::ProjectStore& projects, const catalogue::Catalogue& catalogue)
{
    const QUrl parsed(QString::fromStdString(url), QUrl::TolerantMode);
    const std::vector<std::string> path = segmentsOf(parsed);
    if (path.size() < 2) // every call begins with /{org}/{app} or /app-id/{id}
        return {};
    CurlTarget target;
    target.projectId = projectOf(parsed, path, projects.projects());
    const std::vector<std::string> behind(path.begin() + 2, path.end());
    target.endpoint = catalogue.match({method, behind, nullptr, {}}).endpoint;
    return target;
}

} // namespace ui
