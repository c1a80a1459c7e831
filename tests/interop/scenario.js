// SPDX-License-Identifier: Apache-2.0
// Runs in a web page beside the vendor's SDK (window.WebIM), against a sandbox on another origin. `window.setup`
// names it; /token of the page's own server mints with npm agora-token. What came of each step is posted to /result.
(async () => {
    const { restUrl, wsUrl, appKey, prefix } = window.setup;
    const { WebIM } = window;
    const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
    const token = async (user, seconds = 600) => (await fetch(`/token?user=${user}&seconds=${seconds}`)).text();
    const expect = (truth, what) => {
        if (!truth) throw new Error(what);
    };
    const open = new Set();

    function connection(extra = {}) {
        const conn = new WebIM.connection({
            appKey, apiUrl: restUrl, url: wsUrl, isHttpDNS: false, https: false, delivery: true, ...extra,
        });
        conn.seen = [];
        const names = ['onConnected', 'onDisconnected', 'onError', 'onTextMessage', 'onRecallMessage',
            'onReadMessage', 'onDeliveredMessage', 'onGroupEvent', 'onChatroomEvent', 'onContactInvited',
            'onContactAgreed', 'onContactAdded', 'onContactRefuse', 'onContactDeleted', 'onPresenceStatusChange',
            'onCustomMessage', 'onTokenWillExpire', 'onTokenExpired', 'onOfflineMessageSyncStart',
            'onOfflineMessageSyncFinish'];
        conn.addEventHandler('test', Object.fromEntries(
            names.map((name) => [name, (value) => conn.seen.push({ name, value, at: Date.now() })])));
        conn.all = (name) => conn.seen.filter((event) => event.name === name);
        conn.next = async (name, count = 1, ms = 8000) => {
            const until = Date.now() + ms;
            while (conn.all(name).length < count) {
                expect(Date.now() < until, `no ${name} within ${ms} ms, only ${conn.seen.map((event) => event.name)}`);
                await sleep(20);
            }
            return conn.all(name)[count - 1];
        };
        open.add(conn);
        return conn;
    }
    async function signedIn(user, seconds) {
        const conn = connection();
        await conn.open({ user, accessToken: await token(user, seconds) });
        return conn;
    }
    async function refusal(promise) {
        try {
            await promise;
        } catch (error) {
            return error;
        }
        throw new Error('was not refused');
    }
    const rest = async (method, path, body) => {
        const response = await fetch(`${restUrl}/${prefix}${path}`, {
            method, body: body && JSON.stringify(body),
            headers: { Authorization: `Bearer ${await token('')}`, 'Content-Type': 'application/json' },
        });
        return { status: response.status, ...(await response.json()) };
    };
    const text = (to, msg) => WebIM.message.create({ type: 'txt', chatType: 'singleChat', to, msg, ext: { n: 7 } });

    const steps = {
        'users are registered by REST': async () => {
            const users = ['alice', 'bob', 'carol', 'dave'].map((username) => ({ username, password: 'pw-1' }));
            expect((await rest('POST', '/users', users)).status === 200, 'not registered');
        },
        'a user token connects': async () => {
            const alice = await signedIn('alice');
            await alice.next('onConnected');
            expect((await rest('GET', '/users/alice/status')).data.alice === 'online', 'not online');
            const devices = (await rest('GET', '/users/alice/resources')).data;
            expect(devices.length === 1 && devices[0].res === alice.clientResource, JSON.stringify(devices));
        },
        'a token by UUID connects': async () => {
            const { entities } = await rest('GET', '/users/dave');
            const conn = connection();
            await conn.open({ user: 'dave', accessToken: await token(entities[0].uuid) });
            await conn.next('onConnected');
        },
        'an expired token is refused': async () => {
            const old = await token('bob', 1);
            await sleep(2100);
            const error = await refusal(connection().open({ user: 'bob', accessToken: old }));
            expect(error.type === 56, `type ${error.type}`);
        },
        'a token of another user is refused': async () => {
            const error = await refusal(connection().open({ user: 'bob', accessToken: await token('alice') }));
            expect(error.type === 28, `type ${error.type}`);
        },
        'garbage for a token is refused': async () => {
            const error = await refusal(connection().open({ user: 'bob', accessToken: '007nonsense' }));
            expect(error.type === 28, `type ${error.type}`);
        },
        'an unknown user is refused': async () => {
            const error = await refusal(connection().open({ user: 'ghost', accessToken: await token('ghost') }));
            expect(error.type === 204, `type ${error.type}`);
        },
        'a password connects, a wrong one does not': async () => {
            const conn = connection();
            await conn.open({ user: 'carol', pwd: 'pw-1' });
            await conn.next('onConnected');
            const error = await refusal(connection().open({ user: 'carol', pwd: 'pw-2' }));
            expect(error.type === 1 && error.message === 'invalid password', `${error.type} ${error.message}`);
        },
        'DNS mode finds the sandbox': async () => {
            const conn = connection({ isHttpDNS: true, apiUrl: undefined, url: undefined });
            conn.dnsArr = [restUrl];
            conn.dnsTotal = 1;
            await conn.open({ user: 'alice', accessToken: await token('alice') });
            await conn.next('onConnected');
        },
        'text goes both ways, with acks': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const { serverMsgId } = await alice.send(text('bob', 'ünï €'));
            const { value } = await bob.next('onTextMessage');
            expect(value.id === serverMsgId && value.msg === 'ünï €' && value.from === 'alice' && value.ext.n === 7,
                JSON.stringify(value));
            expect((await alice.next('onDeliveredMessage')).value.mid === serverMsgId, 'no delivery ack');
            await bob.send(WebIM.message.create({ type: 'read', chatType: 'singleChat', to: 'alice', id: serverMsgId }));
            expect((await alice.next('onReadMessage')).value.mid === serverMsgId, 'no read ack');
            await bob.send(text('alice', 'and back'));
            expect((await alice.next('onTextMessage')).value.msg === 'and back', 'not back');
            for (let i = 0; i < 120; ++i) alice.send(text('bob', `${i}`)); // more than one piece of a queue
            await bob.next('onTextMessage', 121);
            await sleep(300);
            const words = bob.all('onTextMessage').slice(1).map((event) => event.value.msg);
            expect(words.join() === [...Array(120).keys()].join(), `out of order or twice: ${words}`);
        },
        'a message to nobody is refused': async () => {
            const error = await refusal((await signedIn('alice')).send(text('nobody', 'x')));
            expect(error.type === 204, `type ${error.type}`);
        },
        'a message of more than 5 KB is refused': async () => {
            const alice = await signedIn('alice');
            expect((await refusal(alice.send(text('bob', 'x'.repeat(6000))))).type === 511, 'another reason');
            await alice.send(text('bob', 'x'.repeat(5000)));
        },
        'offline messages wait': async () => {
            const alice = await signedIn('alice');
            for (const word of ['one', 'two', 'three']) await alice.send(text('bob', word));
            expect((await rest('GET', '/users/bob/offline_msg_count')).data.bob >= 3, 'nothing waits');
            const bob = await signedIn('bob');
            await bob.next('onOfflineMessageSyncStart');
            await bob.next('onOfflineMessageSyncFinish');
            const words = bob.all('onTextMessage').map((event) => event.value.msg);
            expect(words.slice(-3).join() === 'one,two,three', words.join());
            await sleep(200);
            expect((await rest('GET', '/users/bob/offline_msg_count')).data.bob === 0, 'something is left');
        },
        'recall reaches the other side': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const { serverMsgId } = await alice.send(text('bob', 'oh no'));
            await bob.next('onTextMessage');
            await alice.recallMessage({ mid: serverMsgId, to: 'bob', chatType: 'singleChat' });
            const { value } = await bob.next('onRecallMessage');
            expect(value.mid === serverMsgId && value.from === 'alice', JSON.stringify(value));
            await refusal(alice.recallMessage({ mid: serverMsgId, to: 'bob', chatType: 'singleChat' }));
        },
        'REST sends to live and offline users': async () => {
            const bob = await signedIn('bob');
            const sent = await rest('POST', '/messages/users',
                { from: 'alice', to: ['bob', 'carol'], type: 'txt', body: { msg: 'by REST' }, ext: { a: { b: 1 } } });
            const { value } = await bob.next('onTextMessage');
            expect(value.id === sent.data.bob && value.msg === 'by REST' && value.ext.a.b === 1, JSON.stringify(value));
            const carol = await signedIn('carol');
            expect((await carol.next('onTextMessage')).value.id === sent.data.carol, 'not kept for carol');
            await rest('POST', '/messages/msg_recall', { msg_id: sent.data.bob, to: 'bob', chat_type: 'chat' });
            expect((await bob.next('onRecallMessage')).value.mid === sent.data.bob, 'not recalled');
            await rest('POST', '/messages/users', { to: ['bob'], type: 'custom', body: { customEvent: 'gift', customExts: { n: 'rose' } } });
            const gift = (await bob.next('onCustomMessage')).value;
            expect(gift.customEvent === 'gift' && gift.customExts.n === 'rose', JSON.stringify(gift));
        },
        'a newer session ends the older': async () => {
            const older = await signedIn('bob');
            const newer = await signedIn('bob');
            expect((await older.next('onError')).value.type === 206, 'another reason');
            await older.next('onDisconnected');
            await sleep(2500); // longer than the SDK waits before it reconnects
            expect(newer.all('onDisconnected').length === 0, 'they fight');
        },
        'REST ends a session': async () => {
            const bob = await signedIn('bob');
            expect((await rest('POST', '/users/bob/disconnect')).status === 200
                || (await rest('GET', '/users/bob/disconnect')).status === 200, 'not taken');
            expect((await bob.next('onError')).value.type === 217, 'another reason');
            const carol = await signedIn('carol');
            await rest('PUT', '/users/carol/password', { newpassword: 'pw-3' });
            expect((await carol.next('onError')).value.type === 216, 'another reason for a new password');
        },
        'the token runs out on time': async () => {
            const seconds = 6;
            const bob = await signedIn('bob', seconds);
            const begun = (await bob.next('onConnected')).at;
            const warned = (await bob.next('onTokenWillExpire')).at - begun;
            const ended = (await bob.next('onTokenExpired')).at - begun;
            await bob.next('onDisconnected');
            expect(ended > (seconds - 1) * 1000 - 200 && ended < seconds * 1000 + 500, `ended after ${ended} ms`);
            expect(Math.abs(warned - 0.8 * ended) < 300, `warned after ${warned} of ${ended} ms`);
        },
        'renewToken lengthens the session': async () => {
            const bob = await signedIn('bob', 4);
            const refused = await refusal(bob.renewToken(await token('alice')));
            expect(refused.type === 52, `type ${refused.type}`);
            const renewed = await bob.renewToken(await token('bob', 600));
            expect(renewed.status === true, JSON.stringify(renewed));
            await sleep(5500); // past the old end and the server's half second
            expect(bob.all('onDisconnected').length === 0, 'cut at the old end');
            const alice = await signedIn('alice');
            await alice.send(text('bob', 'still there?'));
            await bob.next('onTextMessage');
        },
    };

    Object.assign(steps, window.groupSteps({ signedIn, rest, refusal, expect, sleep, WebIM }));
    Object.assign(steps, window.contactSteps({ signedIn, rest, refusal, expect, sleep, text }));

    WebIM.logger?.disableAll?.();
    for (const [name, step] of Object.entries(steps)) {
        let problem = '';
        try {
            await step();
        } catch (error) {
            problem = `${error.message ?? JSON.stringify(error)}`;
        }
        for (const conn of open) conn.close();
        open.clear();
        await sleep(150); // so that the next step finds nobody online
        await fetch('/result', { method: 'POST', body: JSON.stringify({ name, problem }) });
    }
    await fetch('/result', { method: 'POST', body: JSON.stringify({ done: Object.keys(steps).length }) });
})();
