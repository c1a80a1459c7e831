// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QMainWindow>

/// The least that a Widgets program can be: what tests/bench/startup measures ours against.
int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1180, 760);
    window.show();
    return QApplication::exec();
}
