// SPDX-License-Identifier: Apache-2.0
// 500 random tokens each way between token_peer and npm agora-token. SEED repeats a run.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import assert from 'node:assert/strict';

const agora = createRequire(import.meta.url)('agora-token/src/AccessToken2');
const peer = process.argv[2];
const COUNT = 500;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32)) >>> 0;
console.log(`seed ${seed}`);

let state = seed;
const random = below => {
  // mulberry32
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
};
const pick = list => list[random(list.length)];
const hexId = () => Array.from({ length: 32 }, () => pick([...'0123456789abcdefABCDEF'])).join('');
const word = () => Array.from({ length: 1 + random(40) }, () => pick([...'abcxyz019._-@张é😀'])).join('');
const PRIVILEGES = { 1: 4, 2: 1, 3: 2, 4: 1, 5: 2, 6: 2, 7: 3, 8: 1, 9: 0, 10: 0 };

const randomService = () => {
  const type = 1 + random(10);
  const privileges = {};
  for (let id = 1; id <= PRIVILEGES[type]; ++id) if (random(3)) privileges[id] = random(2 ** 32);
  const service = { type, privileges };
  if ([1, 3, 6].includes(type)) Object.assign(service, { channel: word(), uid: word() });
  if ([2, 5, 8].includes(type)) service.user_id = word();
  // npm turns role 0 into -1 and reads it without its sign: those two are its own.
  if (type === 7) Object.assign(service, { room_uuid: word(), user_uuid: word(), role: 1 + random(32767) });
  if (type === 8)
    service.permissions = Array.from({ length: random(3) }, (_, resource) => ({
      resource,
      permissions: Array.from({ length: 1 + random(2) }, (__, permission) => ({
        permission,
        resources: Array.from({ length: random(3) }, word),
      })),
    }));
  return service;
};

const randomSpec = () => ({
  app_id: hexId(),
  app_certificate: hexId(),
  issue_ts: 1 + random(2 ** 32 - 1),
  expire: random(2 ** 32),
  salt: random(2 ** 32),
  services: Array.from({ length: 1 + random(4) }, randomService),
});

const sorted = services => [...services].sort((a, b) => a.type - b.type); // stable, as on the wire

const ask = (mode, lines) => {
  const run = spawnSync(peer, [mode], { input: lines.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  const answers = run.stdout.trimEnd().split('\n');
  assert.equal(answers.length, lines.length);
  return answers;
};

const text = value => (value === undefined ? undefined : value.toString('utf8'));

/** A service object of agora-token as our JSON. */
const fromTheirs = service => {
  const type = service.service_type();
  const json = { type, privileges: service.__privileges };
  if (type === 1) Object.assign(json, { channel: text(service.__channel_name), uid: text(service.__uid) });
  if (type === 3 || type === 6) Object.assign(json, { channel: text(service.__channel_name), uid: text(service.__account) });
  if ([2, 5, 8].includes(type)) json.user_id = text(service.__user_id);
  if (type === 7)
    Object.assign(json, { room_uuid: text(service.__room_uuid), user_uuid: text(service.__user_uuid), role: service.__role });
  if (type === 8)
    json.permissions = Object.entries(service.__permissions.details).map(([resource, map]) => ({
      resource: Number(resource),
      permissions: Object.entries(map).map(([permission, resources]) => ({ permission: Number(permission), resources })),
    }));
  return json;
};

const toTheirs = spec => {
  const make = {
    1: s => new agora.ServiceRtc(s.channel, s.uid),
    2: s => new agora.ServiceRtm(s.user_id),
    3: s => new agora.ServiceStreaming(s.channel, s.uid),
    4: () => new agora.ServiceFpa(),
    5: s => new agora.ServiceChat(s.user_id),
    6: s => new agora.ServiceFCdn(s.channel, s.uid),
    7: s => new agora.ServiceApaas(s.room_uuid, s.user_uuid, s.role),
    8: s => {
      const permissions = new agora.Rtm2Permissions();
      for (const r of s.permissions) for (const p of r.permissions) permissions.add(r.resource, p.permission, p.resources);
      return new agora.ServiceRtm2(s.user_id, permissions);
    },
    9: () => new agora.ServiceConvoAI(),
    10: () => new agora.ServiceStt(),
  };
  const token = new agora.AccessToken2(spec.app_id, spec.app_certificate, spec.issue_ts, spec.expire);
  token.salt = spec.salt;
  for (const s of spec.services) {
    const service = make[s.type](s);
    for (const [id, seconds] of Object.entries(s.privileges)) service.add_privilege(Number(id), seconds);
    token.add_service(service);
  }
  return token.build();
};

const plain = value => JSON.parse(JSON.stringify(value));
const specs = Array.from({ length: COUNT }, randomSpec);

// Ours, read and verified by theirs.
ask('build', specs.map(spec => JSON.stringify(spec))).forEach((built, i) => {
  const spec = specs[i];
  const token = new agora.AccessToken2('', '', 0, 0);
  assert.ok(token.from_string(built), `from_string refused token ${i}: ${built}`);
  assert.ok(token.verifySignature(spec.app_certificate), `verifySignature refused token ${i}: ${built}`);
  assert.ok(!token.verifySignature(hexId()));
  assert.equal(text(token.appId), spec.app_id);
  assert.deepEqual([token.issueTs, token.expire, token.salt], [spec.issue_ts, spec.expire, spec.salt]);
  assert.deepEqual(plain(token.services.map(fromTheirs)), plain(sorted(spec.services)), `token ${i}`);
});

// Theirs, decoded and verified by ours.
const theirs = specs.map(spec => JSON.stringify({ token: toTheirs(spec), app_certificate: spec.app_certificate }));
ask('check', theirs).forEach((line, i) => {
  const answer = JSON.parse(line);
  const spec = specs[i];
  assert.ok(answer.verified, `token ${i} does not verify: ${theirs[i]}`);
  assert.equal(answer.app_id, spec.app_id);
  assert.deepEqual([answer.issue_ts, answer.expire, answer.salt], [spec.issue_ts, spec.expire, spec.salt]);
  const services = answer.services.map(({ name, ...rest }) => rest);
  assert.deepEqual(services, plain(sorted(spec.services)), `token ${i}`);
});
console.log(`${COUNT} tokens each way agree`);
