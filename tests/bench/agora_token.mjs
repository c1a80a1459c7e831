// SPDX-License-Identifier: Apache-2.0
// Throughput of npm agora-token for tests/bench/compare: prints "name tokens-per-second" lines.
import { createRequire } from 'node:module';
const require = createRequire(new URL('../interop/', import.meta.url));
const { AccessToken2, ServiceChat } = require('agora-token/src/AccessToken2');

const APP_ID = '970CA35de60c44645bbae8a215061b33';
const CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const build = salt => {
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 3600);
  token.salt = salt;
  const chat = new ServiceChat('user-1234');
  chat.add_privilege(ServiceChat.kPrivilegeUser, 3600);
  token.add_service(chat);
  return token.build();
};
const texts = Array.from({ length: 4096 }, (_, i) => build(Math.imul(i + 1, 2654435761) >>> 0));
const parse = i => {
  const token = new AccessToken2('', '', 0, 0);
  token.from_string(texts[i & 4095]);
  return token;
};
const measure = (name, step) => {
  for (let i = 0; i < 3000; ++i) step(i);
  const start = process.hrtime.bigint();
  let count = 0;
  while (process.hrtime.bigint() - start < 700_000_000n) for (let k = 0; k < 100; ++k) step(count++);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(`${name} ${Math.round(count / seconds)}`);
};
measure('build_user_token', i => build(Math.imul(i + 1, 2654435761) >>> 0));
measure('decode_token', parse);
measure('decode_and_verify_token', i => parse(i).verifySignature(CERTIFICATE));
