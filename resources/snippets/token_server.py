# A minimal Agora Chat token server; Python 3.8 or newer, no packages.
#   AGORA_APP_CERTIFICATE=... python3 token_server.py
#   curl -X POST http://localhost:8080/generate-user-token -H 'Content-Type: application/json' \
#        -d '{"user_uuid": "alice", "expire": 3600}'
import base64, hashlib, hmac, json, os, secrets, struct, time, zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

APP_ID = "APP_ID_HERE"
APP_CERTIFICATE = os.environ["AGORA_APP_CERTIFICATE"]  # never in the source
LONGEST = 24 * 3600  # seconds; what Agora Chat documents


def packed(text):
    return struct.pack("<H", len(text)) + text


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def user_token(user, expire):
    issued, salt = int(time.time()), secrets.randbelow(99_999_999) + 1
    service = struct.pack("<HHHI", 5, 1, 1, expire) + packed(user.encode())  # Chat; one privilege: user
    info = packed(APP_ID.encode()) + struct.pack("<IIIH", issued, expire, salt, 1) + service
    key = mac(struct.pack("<I", issued), APP_CERTIFICATE.encode())
    key = mac(struct.pack("<I", salt), key)
    return "007" + base64.b64encode(zlib.compress(packed(mac(key, info)) + info)).decode()


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if self.path != "/generate-user-token" or length > 65536:
            return self.answer(404, {"error": "not here"})
        try:
            wanted = json.loads(self.rfile.read(length))
            user, expire = wanted["user_uuid"], wanted.get("expire", 3600)
        except (ValueError, KeyError, TypeError, AttributeError):
            return self.answer(400, {"error": "send {\"user_uuid\": ..., \"expire\": ...}"})
        if not (isinstance(user, str) and user and type(expire) is int and 0 < expire <= LONGEST):
            return self.answer(400, {"error": "bad user_uuid or expire"})
        # Check here, by your own sign-in, that whoever asks is this user.
        self.answer(200, {"token": user_token(user, expire)})


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
