#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""fake_secrets.py locked|denied|silent   a Secret Service that misbehaves in that way; says "ready" when it is there.

Debian's own interpreter runs it: it needs python3-dbus and python3-gi.
"""
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

ROOT = "/org/freedesktop/secrets"
MODE = sys.argv[1]


class AccessDenied(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.DBus.Error.AccessDenied"


class IsLocked(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.Secret.Error.IsLocked"


class Prompt(dbus.service.Object):
    @dbus.service.method("org.freedesktop.Secret.Prompt", in_signature="s")
    def Prompt(self, _window):
        GLib.idle_add(lambda: self.Completed(True, dbus.Array([], signature="o")))  # as if somebody pressed Cancel

    @dbus.service.signal("org.freedesktop.Secret.Prompt", signature="bv")
    def Completed(self, dismissed, result):
        pass


class Service(dbus.service.Object):
    def answer(self, reply, error, *values):
        if MODE == "silent":
            return
        if MODE == "denied":
            error(AccessDenied("the fake says no"))
        else:
            reply(*values)

    @dbus.service.method("org.freedesktop.Secret.Service", in_signature="sv", out_signature="vo",
                         async_callbacks=("reply", "error"))
    def OpenSession(self, algorithm, _input, reply, error):
        if MODE != "silent" and algorithm != "plain":
            error(dbus.DBusException("only plain", name="org.freedesktop.DBus.Error.NotSupported"))
        else:
            self.answer(reply, error, dbus.String("", variant_level=1), dbus.ObjectPath(ROOT + "/session/1"))

    @dbus.service.method("org.freedesktop.Secret.Service", in_signature="a{ss}", out_signature="aoao",
                         async_callbacks=("reply", "error"))
    def SearchItems(self, attributes, reply, error):
        # The program's question whether anybody is there names an entry that nobody has.
        found = [] if "0" * 32 in str(attributes) else [dbus.ObjectPath(ROOT + "/collection/c/1")]
        self.answer(reply, error, dbus.Array([], signature="o"), dbus.Array(found, signature="o"))

    @dbus.service.method("org.freedesktop.Secret.Service", in_signature="ao", out_signature="aoo",
                         async_callbacks=("reply", "error"))
    def Unlock(self, _objects, reply, error):
        self.answer(reply, error, dbus.Array([], signature="o"), dbus.ObjectPath(ROOT + "/prompt/1"))

    @dbus.service.method("org.freedesktop.Secret.Service", in_signature="s", out_signature="o",
                         async_callbacks=("reply", "error"))
    def ReadAlias(self, _name, reply, error):
        self.answer(reply, error, dbus.ObjectPath(ROOT + "/collection/c"))


class Collection(dbus.service.Object):
    @dbus.service.method("org.freedesktop.Secret.Collection", in_signature="a{sv}(oayays)b", out_signature="oo",
                         async_callbacks=("reply", "error"))
    def CreateItem(self, _properties, _secret, _replace, reply, error):
        if MODE == "locked":
            error(IsLocked("the fake is locked"))
        elif MODE == "denied":
            error(AccessDenied("the fake says no"))


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName("org.freedesktop.secrets", bus)
keep = [Service(bus, ROOT), Prompt(bus, ROOT + "/prompt/1"), Collection(bus, ROOT + "/aliases/default"),
        Collection(bus, ROOT + "/collection/c")]
print("ready", flush=True)
GLib.MainLoop().run()
