<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>text::Format</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FieldModel</name>
    <message numerus="yes">
        <source>text, UTF-8, %n byte(s)</source>
        <translation>
            <numerusform>text, UTF-8, %n byte</numerusform>
            <numerusform>text, UTF-8, %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) as they are</source>
        <translation>
            <numerusform>%n byte as it is</numerusform>
            <numerusform>%n bytes as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>What was entered for %n project(s) is not saved. Unlock to save it.</source>
        <translation>
            <numerusform>What was entered for %n project is not saved. Unlock to save it.</numerusform>
            <numerusform>What was entered for %n projects is not saved. Unlock to save it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessagesPane</name>
    <message numerus="yes">
        <source>waits for %n</source>
        <comment>users</comment>
        <translation>
            <numerusform>waits for %n user</numerusform>
            <numerusform>waits for %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProjectFiles</name>
    <message numerus="yes">
        <source>%n project(s) exported; left out: certificates.</source>
        <translation>
            <numerusform>%n project exported; left out: certificates.</numerusform>
            <numerusform>%n projects exported; left out: certificates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProjectsPage</name>
    <message numerus="yes">
        <source>%n project(s) imported, without certificates.</source>
        <translation>
            <numerusform>%n project imported, without certificates.</numerusform>
            <numerusform>%n projects imported, without certificates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) imported, with certificates.</source>
        <translation>
            <numerusform>%n project imported, with certificates.</numerusform>
            <numerusform>%n projects imported, with certificates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RefusalPanel</name>
    <message numerus="yes">
        <source>%n cause(s) found, the likeliest first.</source>
        <translation>
            <numerusform>%n cause found.</numerusform>
            <numerusform>%n causes found, the likeliest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecurityPanel</name>
    <message numerus="yes">
        <source>%n project(s) exported, with certificates, under their own passphrase.</source>
        <translation>
            <numerusform>%n project exported, with its certificates, under a passphrase of its own.</numerusform>
            <numerusform>%n projects exported, with their certificates, under a passphrase of their own.</numerusform>
        </translation>
    </message>
</context>
</TS>
