// SPDX-License-Identifier: Apache-2.0
#include "core/token/Inspector.h"
#include "core/token/TextMap.h"
#include "tests/gui/InspectKit.h"
#include "tests/support/Data.h"
#include "ui/widgets/FieldTable.h"
#include "ui/widgets/HexView.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>

using support::InspectKit;

/// The three linked views of a token's bytes.
class ByteMapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectingAFieldMarksItsBytesAndCharacters();
    void theFieldsCoverThePayloadOnce();
    void keysInTheBytesSelectTheField();
    void keysInTheTextSelectTheField();
    void selectionIsOneForBothTables();
    void numbersAreLabelledWithTheirOrder();
    void aProblemLeadsToItsField();
    void readersHearTheBytes();
    void presenterModeHidesAllThree();
    void largePayloadsStayUsable();
};

namespace {

/// The bytes that the marks in the hexadecimal column stand for.
QByteArray markedBytes(const QPlainTextEdit& view)
{
    QString digits;
    for (const QTextEdit::ExtraSelection& mark : view.extraSelections()) {
        const QString text = mark.cursor.selectedText();
        const int column = mark.cursor.selectionStart() - mark.cursor.block().position();
        const int perLine = view.document()->firstBlock().length() > 60 ? 16 : 8;
        if (column < 7 + perLine * 3) // the rest is ASCII
            digits += text;
    }
    return QByteArray::fromHex(digits.toLatin1());
}

QString marked(const QPlainTextEdit& view)
{
    return view.extraSelections().isEmpty() ? QString()
                                            : view.extraSelections().constFirst().cursor.selectedText();
}

} // namespace

void ByteMapTest::selectingAFieldMarksItsBytesAndCharacters()
{
    InspectKit kit;
    const base::JsonValue file = support::jsonData("token/malformed.json");
    QStringList tokens{kit.minted(), kit.minted(true)};
    for (const base::JsonValue& row : *file.find("rows")->array()) {
        if (row.text("token").size() < 1000 && row.text("expect") != "bomb")
            tokens << support::q(row.text("token"));
    }
    int checked = 0;
    for (const QString& text : std::as_const(tokens)) {
        kit.inspect(text, InspectKit::Bytes);
        const token::Inspection inspection = token::inspect(text.toStdString(), {});
        const token::TextMap map(inspection);
        auto* table = kit.find<QTableView>("fieldBytes");
        const auto& fields = inspection.fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            table->selectRow(static_cast<int>(i));
            const QByteArray expected(inspection.payload().data() + fields[i].offset, fields[i].length);
            const qsizetype shown = ui::HexView::kMostBytes - static_cast<qsizetype>(fields[i].offset);
            QCOMPARE(markedBytes(*kit.find<QPlainTextEdit>("payloadBytes")),
                     expected.left(qMax<qsizetype>(0, shown)));
            const token::Span span = map.charactersOf({fields[i].offset, fields[i].length});
            QCOMPARE(marked(*kit.find<QPlainTextEdit>("tokenText")),
                     QString::fromStdString(inspection.text.substr(span.offset, span.length)));
            ++checked;
        }
    }
    QVERIFY(checked > 400);
}

void ByteMapTest::theFieldsCoverThePayloadOnce()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    const auto* model = qobject_cast<const ui::FieldModel*>(kit.find<QTableView>("fieldBytes")->model());
    std::size_t at = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        QCOMPARE(model->span(row).offset, at);
        at = model->span(row).end();
    }
    QCOMPARE(at, token::inspect(kit.minted().toStdString(), {}).payload().size());
}

void ByteMapTest::keysInTheBytesSelectTheField()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    auto* bytes = kit.find<QPlainTextEdit>("payloadBytes");
    bytes->setFocus();
    kit.press("Ctrl+End"); // the last byte is the end of “alice”
    const auto current = [&] {
        return kit.find<QTableView>("fieldBytes")->currentIndex().siblingAtColumn(0);
    };
    QCOMPARE(current().data().toString(), QStringLiteral("services[0].user_id"));
    QCOMPARE(markedBytes(*bytes), QByteArray("alice"));
    kit.press("Ctrl+Home");
    QCOMPARE(current().data().toString(), QStringLiteral("signature.length"));
    QCOMPARE(kit.find<QLabel>("selectedField")->text().contains(QStringLiteral("little-endian")), true);
    QVERIFY2(bytes->hasFocus(), "the reader lost his place");
}

void ByteMapTest::keysInTheTextSelectTheField()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    auto* text = kit.find<QPlainTextEdit>("tokenText");
    text->setFocus();
    kit.press("Ctrl+Home");
    for (int i = 0; i < 20; ++i)
        kit.press("Right");
    const QModelIndex current = kit.find<QTableView>("fieldBytes")->currentIndex();
    QCOMPARE(current.siblingAtColumn(0).data().toString(), QStringLiteral("signature"));
    QCOMPARE(markedBytes(*kit.find<QPlainTextEdit>("payloadBytes")).size(), 32);
    QCOMPARE(text->textCursor().position(), 20);
}

void ByteMapTest::selectionIsOneForBothTables()
{
    InspectKit kit;
    kit.inspect(kit.minted());
    kit.find<QTableView>("fields")->selectRow(5); // salt or its neighbour, whatever stands there
    const QString chosen = kit.column("fields", 0).value(5);
    kit.find<QTabWidget>("inspectTabs")->setCurrentIndex(InspectKit::Bytes);
    QVERIFY2(kit.find<QLabel>("selectedField")->text().startsWith(chosen + QStringLiteral(" = ")),
             qPrintable(kit.find<QLabel>("selectedField")->text()));
}

void ByteMapTest::numbersAreLabelledWithTheirOrder()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    const QStringList paths = kit.column("fieldBytes", ui::FieldModel::Path);
    const QStringList layouts = kit.column("fieldBytes", ui::FieldModel::Layout);
    const auto layout = [&](const char* path) { return layouts.value(paths.indexOf(QLatin1String(path))); };
    QCOMPARE(layout("salt"), QStringLiteral("number of 32 bits, little-endian"));
    QCOMPARE(layout("services[0].type"), QStringLiteral("number of 16 bits, little-endian"));
    QCOMPARE(layout("signature.length"), QStringLiteral("length of what follows, 16 bits, little-endian"));
    QCOMPARE(layout("services.count"), QStringLiteral("count of what follows, 16 bits, little-endian"));
    QCOMPARE(layout("signature"), QStringLiteral("32 bytes as they are"));
}

void ByteMapTest::aProblemLeadsToItsField()
{
    InspectKit kit;
    const base::JsonValue file = support::jsonData("token/malformed.json");
    const auto& rows = *file.find("rows")->array();
    const auto damaged = std::find_if(rows.begin(), rows.end(), [](const base::JsonValue& row) {
        return row.text("expect") == "bad-utf8";
    });
    QVERIFY(damaged != rows.end());
    kit.inspect(support::q(damaged->text("token")));
    auto* problems = kit.find<QAbstractItemView>("problems");
    for (int row = 0; row < problems->model()->rowCount(); ++row) {
        if (problems->model()->index(row, 0).data(Qt::ToolTipRole).toString() == QLatin1String("bad-utf8"))
            problems->setCurrentIndex(problems->model()->index(row, 0));
    }
    QCOMPARE(kit.find<QTableView>("fields")->currentIndex().siblingAtColumn(0).data().toString(),
             QStringLiteral("services[0].user_id"));
}

void ByteMapTest::readersHearTheBytes()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    for (const char* name : {"tokenText", "payloadBytes", "fieldBytes"})
        QVERIFY2(!kit.find<QWidget>(name)->accessibleName().isEmpty(), name);
    const auto* model = kit.find<QTableView>("fieldBytes")->model();
    const QModelIndex bytes = model->index(0, ui::FieldModel::Bytes);
    QCOMPARE(bytes.data(Qt::AccessibleTextRole).toString(), QStringLiteral("0–1: 20 00"));
}

void ByteMapTest::presenterModeHidesAllThree()
{
    InspectKit kit;
    kit.inspect(kit.minted(), InspectKit::Bytes);
    kit.find<QTableView>("fieldBytes")->selectRow(1);
    for (const bool on : {false, true}) {
        kit.presenter.setActive(on);
        for (const char* name : {"tokenText", "payloadBytes", "fieldBytes", "selectedField"}) {
            const auto* veil = kit.find<QWidget>(name)->findChild<ui::Veil*>();
            QVERIFY2(veil && veil->isVisible() == on, name);
        }
    }
}

void ByteMapTest::largePayloadsStayUsable()
{
    InspectKit kit;
    const std::string user(60'000, 'u');
    const QString text = QString::fromStdString(*token::build(
        {std::string(support::kAppId), 1800000000, 3600, 1, {token::chatUserService(user, 3600)}},
        support::kCertificate));
    QElapsedTimer timer;
    timer.start();
    kit.inspect(text, InspectKit::Bytes);
    kit.find<QTableView>("fieldBytes")->selectRow(13);
    QCoreApplication::processEvents();
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(markedBytes(*kit.find<QPlainTextEdit>("payloadBytes")).endsWith("uuuu"));
}

QTEST_MAIN(ByteMapTest)
#include "ByteMapTest.moc"
