// A minimal Agora Chat token server; Node.js 18 or newer, no packages.
//   AGORA_APP_CERTIFICATE=... node token_server.mjs
//   curl -X POST http://localhost:8080/generate-user-token -H 'Content-Type: application/json' \
//        -d '{"user_uuid": "alice", "expire": 3600}'
import { createHmac, randomInt } from "node:crypto";
import { createServer } from "node:http";
import { deflateSync } from "node:zlib";

const APP_ID = "APP_ID_HERE";
const APP_CERTIFICATE = process.env.AGORA_APP_CERTIFICATE; // never in the source
const LONGEST = 24 * 3600; // seconds; what Agora Chat documents
if (!APP_CERTIFICATE) throw new Error("AGORA_APP_CERTIFICATE is not set");

const u16 = (value) => { const b = Buffer.alloc(2); b.writeUInt16LE(value); return b; };
const u32 = (value) => { const b = Buffer.alloc(4); b.writeUInt32LE(value); return b; };
const packed = (bytes) => Buffer.concat([u16(bytes.length), bytes]);
const mac = (key, message) => createHmac("sha256", key).update(message).digest();

function userToken(user, expire) {
  const issued = Math.floor(Date.now() / 1000);
  const salt = randomInt(1, 99_999_999);
  // The service Chat (5) with one privilege: user (1)
  const service = Buffer.concat([u16(5), u16(1), u16(1), u32(expire), packed(Buffer.from(user))]);
  const info = Buffer.concat([packed(Buffer.from(APP_ID)), u32(issued), u32(expire), u32(salt), u16(1), service]);
  const key = mac(u32(salt), mac(u32(issued), APP_CERTIFICATE));
  return "007" + deflateSync(Buffer.concat([packed(mac(key, info)), info])).toString("base64");
}

async function handle(request) {
  if (request.method !== "POST" || request.url !== "/generate-user-token") return [404, { error: "not here" }];
  let body = "";
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 65536) return [413, { error: "too large" }];
  }
  let wanted;
  try { wanted = JSON.parse(body); } catch { return [400, { error: "the body is no JSON" }]; }
  const { user_uuid: user, expire = 3600 } = wanted ?? {};
  if (typeof user !== "string" || !user || !Number.isInteger(expire) || expire < 1 || expire > LONGEST)
    return [400, { error: "bad user_uuid or expire" }];
  // Check here, by your own sign-in, that whoever asks is this user.
  return [200, { token: userToken(user, expire) }];
}

createServer(async (request, response) => {
  const [status, value] = await handle(request);
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}).listen(Number(process.env.PORT ?? 8080), "127.0.0.1");
