// SPDX-License-Identifier: Apache-2.0
#include "tests/support/WindowKit.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

/// Presenter mode: nothing secret is drawn, wherever it stands.
class PresenterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceOfASecretIsCovered_data();
    void everyPlaceOfASecretIsCovered();
    void theQrCodeIsCovered();
};

namespace {

using support::WindowKit;

bool isCovered(const QWidget& widget)
{
    const auto veils = widget.findChildren<ui::Veil*>();
    return std::any_of(veils.begin(), veils.end(), [&](const ui::Veil* veil) {
        return veil->isVisible() && veil->parentWidget() == &widget && veil->rect().contains(widget.rect());
    });
}

/// The visible widgets that hold one of the texts, in the clear.
QStringList uncovered(const QWidget& window, const QStringList& secrets)
{
    QStringList found;
    const auto look = [&](const QWidget* widget, const QString& text) {
        for (const QString& secret : secrets) {
            if (widget->isVisible() && text.contains(secret) && !isCovered(*widget))
                found << widget->objectName();
        }
    };
    for (const auto* edit : window.findChildren<QLineEdit*>()) {
        if (edit->echoMode() == QLineEdit::Normal)
            look(edit, edit->text());
    }
    for (const auto* edit : window.findChildren<QPlainTextEdit*>())
        look(edit, edit->toPlainText());
    for (const auto* view : window.findChildren<QAbstractItemView*>()) {
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column)
                look(view, view->model()->index(row, column).data().toString());
        }
    }
    return found;
}

} // namespace

void PresenterTest::everyPlaceOfASecretIsCovered_data()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : ui::MainWindow::pageIds())
        QTest::newRow(qPrintable(page)) << page;
}

void PresenterTest::everyPlaceOfASecretIsCovered()
{
    QFETCH(QString, page);
    WindowKit kit;
    kit.show();
    kit.window.showPage(QStringLiteral("mint"));
    kit.press("Ctrl+Return");
    const QString token = kit.tokens.at(0)->text;
    const QString password = QStringLiteral("xyzzy-4711");
    kit.window.showPage(QStringLiteral("home"));
    kit.find<QPlainTextEdit>("pasteBox")->setPlainText(token);
    Q_EMIT kit.bus.inspectRequested(token);
    kit.openEndpoint(QStringLiteral("token.password"));
    kit.find<QLineEdit>("field:password")->setText(password);
    kit.window.findChild<QPlainTextEdit*>(QStringLiteral("requestBody"))
        ->setPlainText(QStringLiteral("{\"password\":\"%1\"}").arg(password));
    kit.find<QPlainTextEdit>("responseBody")->setPlainText(token);
    kit.window.showPage(page);
    QCoreApplication::processEvents();
    const QStringList secrets{token, password};
    const QStringList shown = uncovered(kit.window, secrets);
    kit.press("Ctrl+Shift+H");
    QCoreApplication::processEvents();
    QCOMPARE(uncovered(kit.window, secrets), QStringList());
    kit.press("Ctrl+Shift+H");
    QCOMPARE(uncovered(kit.window, secrets), shown);
    const QStringList secretive{QStringLiteral("home"), QStringLiteral("mint"), QStringLiteral("inspect"),
                                QStringLiteral("rest")};
    QCOMPARE(!shown.isEmpty(), secretive.contains(page)); // so that there was something to cover
}

void PresenterTest::theQrCodeIsCovered()
{
    WindowKit kit;
    kit.show(QStringLiteral("mint"));
    kit.press("Ctrl+Return");
    kit.find<QPushButton>("showQrCode")->click();
    auto* dialog = kit.window.findChild<QDialog*>(QStringLiteral("qrCode"));
    QVERIFY(dialog && dialog->isVisible());
    const auto hasBlack = [&] { // a code is black and white, whatever the theme
        const QImage picture = dialog->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int black = 0;
        for (int x = 0; x < picture.width(); x += 2) {
            for (int y = 0; y < picture.height(); y += 2)
                black += picture.pixel(x, y) == qRgb(0, 0, 0) ? 1 : 0;
        }
        return black > 1000;
    };
    QVERIFY(hasBlack());
    kit.presenter.setActive(true);
    QVERIFY(!hasBlack());
}

QTEST_MAIN(PresenterTest)
#include "PresenterTest.moc"
