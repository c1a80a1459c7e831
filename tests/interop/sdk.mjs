// SPDX-License-Identifier: Apache-2.0
// sdk.mjs CHAT_TOKEN PACKAGE SCRIPT [jsdom]   The vendor's unmodified web SDK signs in to `chat-token sandbox`, in headless
// Chromium, or in jsdom where there is none. The page comes from a server of its own, so everything is cross-origin.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, packageName, script, engine = 'any'] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const sdk = join(here, 'node_modules', packageName, script);
if (!existsSync(sdk)) {
    console.error(`${packageName} is missing: npm ci --prefix tests/interop`);
    process.exit(1);
}
const require = createRequire(import.meta.url);
const { ChatTokenBuilder } = require('agora-token');
const appId = '970CA35de60c44645bbae8a215061b33';
const certificate = '5CFd2fd1755d40ecb72977518be15d3b';
const home = mkdtempSync(join(tmpdir(), 'chat-token-sdk-'));
const children = [];
const limit = setTimeout(() => finish('took too long'), 110_000);
let failed = 0;
let passed = 0;

let finishing = false;
async function finish(problem) {
    if (finishing) return;
    finishing = true;
    clearTimeout(limit);
    if (problem) console.error(problem);
    const ends = children.filter((child) => child.exitCode === null && child.signalCode === null)
        .map((child) => new Promise((done) => child.once('exit', done)));
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(ends);
    for (let tries = 0; existsSync(home) && tries < 50; ++tries) { // the browser's children outlive it for a moment
        try {
            rmSync(home, { recursive: true, force: true });
        } catch {
            await new Promise((done) => setTimeout(done, 100));
        }
    }
    process.exit(problem || failed ? 1 : 0);
}

function take(result) {
    if (result.done !== undefined)
        return finish(passed + failed === result.done && passed > 0 ? '' : 'not every step came through');
    console.log(result.problem ? `FAIL ${result.name}: ${result.problem}` : `ok   ${result.name}`);
    if (result.problem) failed += 1;
    else passed += 1;
}

async function startSandbox() {
    const child = spawn(program, ['--home', home, '--json', 'sandbox', '--port', '0'], {
        env: { ...process.env, AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: certificate, AGORA_ORG_NAME: '41434878', AGORA_APP_NAME: '504205' },
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    let text = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
        text += chunk;
        if (text.includes('\n')) break;
    }
    child.stdout.resume();
    return JSON.parse(text.split('\n')[0]);
}

function startPage(sandbox) {
    const setup = { restUrl: sandbox.rest_url, wsUrl: sandbox.ws_url, appKey: sandbox.app_key, prefix: sandbox.app_key.replace('#', '/') };
    const page = `<!doctype html><meta charset="utf-8"><script>window.setup = ${JSON.stringify(setup)}</script>
        <script src="/sdk.js"></script><script>window.WebIM = window.WebIM ?? window.websdk.default ?? window.websdk</script>
        <script src="/groups.js"></script><script src="/contacts.js"></script><script src="/scenario.js"></script>`;
    const files = { '/': ['text/html', page], '/sdk.js': ['text/javascript', readFileSync(sdk)], '/scenario.js': ['text/javascript', readFileSync(join(here, 'scenario.js'))],
        '/groups.js': ['text/javascript', readFileSync(join(here, 'groups.js'))],
        '/contacts.js': ['text/javascript', readFileSync(join(here, 'contacts.js'))] };
    const server = createServer((request, response) => {
        const url = new URL(request.url, 'http://localhost');
        if (url.pathname === '/token') {
            const user = url.searchParams.get('user');
            const seconds = Number(url.searchParams.get('seconds'));
            return response.end(user ? ChatTokenBuilder.buildUserToken(appId, certificate, user, seconds)
                : ChatTokenBuilder.buildAppToken(appId, certificate, seconds));
        }
        if (url.pathname === '/result') {
            let body = '';
            request.on('data', (chunk) => (body += chunk));
            return request.on('end', () => {
                response.end('taken');
                take(JSON.parse(body));
            });
        }
        const [type, content] = files[url.pathname] ?? ['text/plain', ''];
        response.setHeader('Content-Type', type);
        return response.end(content);
    });
    return new Promise((done) => server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}/`)));
}

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const address = await startPage(await startSandbox());
if (chromium && engine !== 'jsdom') {
    console.log('in headless Chromium');
    const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--no-proxy-server', `--user-data-dir=${join(home, 'browser')}`, address], { stdio: 'ignore' });
    browser.on('exit', (code) => finish(`Chromium ended (${code}) before the scenario did`));
    children.push(browser);
} else {
    console.log('in jsdom');
    const { JSDOM, VirtualConsole } = await import('jsdom');
    await JSDOM.fromURL(address, {
        runScripts: 'dangerously', resources: 'usable', pretendToBeVisual: true, virtualConsole: new VirtualConsole(),
        beforeParse: (window) => {
            window.fetch = (url, options) => fetch(new URL(url, address), options);
        },
    });
}
