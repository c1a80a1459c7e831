// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/Mint.h"
#include "tests/support/RawClient.h"
#include "tests/support/SdkPeer.h"
#include "tests/support/WindowKit.h"

#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>

#include <initializer_list>
#include <string>

/// A window on the page Sandbox, with the sandbox running.
struct SandboxKit : support::WindowKit
{
    explicit SandboxKit(quint16 port = 0)
        : WindowKit({}, port)
    {
        settings.setLanguage(QStringLiteral("en"));
        show(QStringLiteral("sandbox"));
        sandbox.start();
        [&] { QTRY_VERIFY(sandbox.isRunning() || port != 0); }();
    }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(QUrl(sandbox.restUrl()).port()); }
    [[nodiscard]] std::string token(const std::string& user) const
    {
        return project::mintChatToken(project::sandboxCredentials(), project::newUserToken(clock, user))
            .value();
    }
    [[nodiscard]] support::RawAnswer users(const std::string& bearer) const
    {
        const std::string path = "/" + project::sandboxProject().orgName + "/" +
                                 project::sandboxProject().appName + "/users/alice";
        return support::ask(
            port(), support::makeRequest(port(), "GET", path, "Authorization: Bearer " + bearer + "\r\n"));
    }
    void tab(int index) { find<QTabWidget>("sandboxTabs")->setCurrentIndex(index); }
    void type(const char* objectName, const char* text)
    {
        find<QLineEdit>(objectName)->setText(QString::fromUtf8(text));
    }
    void click(const char* objectName) { find<QPushButton>(objectName)->click(); }
    void addUsers(std::initializer_list<const char*> names)
    {
        tab(0);
        for (const char* name : names) {
            const int before = table("users")->rowCount();
            type("newUserId", name);
            click("addUser");
            QTRY_COMPARE(table("users")->rowCount(), before + 1);
        }
    }
    [[nodiscard]] const QAbstractItemModel* table(const char* name)
    {
        return find<QTableView>(name)->model();
    }
    [[nodiscard]] QString cell(const char* name, int row, int column)
    {
        return table(name)->index(row, column).data().toString();
    }
    /// The words of the banner, empty without one.
    [[nodiscard]] QString banner()
    {
        const auto* frame = find<QFrame>("sandboxBanner");
        return frame->isVisible() ? frame->accessibleName() : QString();
    }
    /// What the head says of a sandbox that misbehaves.
    [[nodiscard]] QString misbehaves()
    {
        const auto* note = find<QWidget>("sandboxMisbehaves");
        return note->isVisible() ? note->accessibleName() : QString();
    }
    void clickBanner()
    {
        find<QFrame>("sandboxBanner")->findChild<QPushButton*>(QStringLiteral("bannerUndo"))->click();
    }
};
