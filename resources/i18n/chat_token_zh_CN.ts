<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command, a page or an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldModel</name>
    <message>
        <source>%1, until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>... and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Chat Token Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a user in three keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox is an Agora Chat inside this program: tokens are checked for real, nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mints an app token of the sandbox project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes it to the REST page, where “Register one user” is ready with user alice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends the request: the answer is 200, with the new user in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint an app token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token, a curl line, a header, or the data of a project from the Agora Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Mint one with Ctrl+Enter here, or on the page Mint (Alt+2). Tokens are kept in memory only and are gone when the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App token minted. Ctrl+Shift+U takes it to the REST page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste something first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Inspect a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token to inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a token, a curl line, a header, JSON ... whatever is around the token is taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sign-in of user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User who signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing pasted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+V pastes and inspects from any page. Nothing that you paste leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid: signed with the certificate of the project “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable and not expired; the signature was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was signed with a certificate that is not stored here. Add its project to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of this version are read, not verified, without the channel and user they are for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(at %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App ID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the page %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds a command, a page or an endpoint by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: mint, inspect or send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the main thing of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the request that is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste and inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the clipboard&apos;s text to the inspector, from any page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint a user token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens Mint for a token that lets a user sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint an app token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens Mint for a token that serves REST calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the newest token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies it and clears the clipboard after a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the newest token for REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it to the REST page as the token of the next calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings back the card with the three keys on Home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the list of projects in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the focus from navigation to page to top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the focus the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a copied token out of the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Token Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEVELOPMENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox of another program on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox starts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token has been minted yet: press Ctrl+Enter on Mint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token minted yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MintPage</name>
    <message>
        <source>Mint a Chat token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat user token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat app token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user ID or UUID, such as alice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiry given as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3600, 90s, 1h30m or 24h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds, or a length of time such as 1h30m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt and issue time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New salt and issue time, and the token goes on Home&apos;s list (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this salt when minting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this issue time when minting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same inputs give the same token. Pinned values are kept when you mint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for REST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token as QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token minted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A working token with the salt and issue time shown under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectsPage</name>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste all fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the project&apos;s data in the Agora Console, then press this: every field is filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 hexadecimal digits · Console: Project Management, App ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 hexadecimal digits · Console: Project Management, Config, Primary Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is held in memory for this session only and asked for again after a restart. All other fields are stored in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OrgName</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the App Key, before the #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AppName</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the App Key, behind the #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REST host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as https://a41.chat.agora.io</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the Console; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production: real users are touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox: published values that protect nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project data was found in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines such as “App ID: ...” and “AppKey: org#app” from the Agora Console, or an .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text contradicts itself: %1. The first value was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in. Not in the text: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the App ID. The certificate stands beside it in the Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, and in use now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its certificate nothing can be minted for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QrDialog</name>
    <message>
        <source>This token is too long for a QR code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call has no fields: press Send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResponsePane</name>
    <message>
        <source>Response status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save body...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter sends the request.
Ctrl+K finds any endpoint by its name.
“Preview” shows the exact request before it goes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1, %2 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the wire, %2 decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body may be incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer&apos;s framing is not sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer is not in the documents of this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not UTF-8 text: shown as bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2, as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest was cut at the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestPage</name>
    <message>
        <source>Search endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the endpoints...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this text as the body, in place of the form&apos;s fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this text as the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without checking the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends what the documents forbid, to see what the server says to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app token will be minted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User token of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as a curl line, with the token in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request ends after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>... or after silence of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program connects to the REST host of the active project when you press Send, and to nothing else. It sends no statistics and looks for no updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copied token is cleared after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and tokens are held in memory for this session and written nowhere. A clipboard manager that ignores the hint for secrets may keep what was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unofficial tool for developers of Agora Chat; not made or endorsed by Agora. Icons: Lucide (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenShelf</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the app)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text::ErrorText</name>
    <message>
        <source>“%1” is no length of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 3600, 90s, 1h30m or 24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than a token can say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest is 4294967295 seconds; Agora Chat documents 24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON at byte %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the text there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested more than %1 levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An App ID is 32 hexadecimal digits; copy it from the Agora Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An App Certificate is 32 hexadecimal digits; copy the primary one from the Agora Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the token would grant nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries, a token can hold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes long, a token can hold %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User IDs of Agora Chat have at most 64 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the text as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no SDK defines service type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are 1 RTC, 2 RTM, 3 Streaming, 4 FPA, 5 Chat, 6 FCDN, 7 APaaS, 8 RTM2, 9 ConvoAI, 10 STT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>privilege %1 is given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name each privilege once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user ID is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the user who signs in with the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “chat-token build --help” for the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such field here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the installation of OpenSSL and zlib.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no project “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project “sandbox” is always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project “%1” is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one; it is shown in the top bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project “%1” cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a project of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as https://a41.chat.agora.io.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would send the token unencrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https://; http:// is for this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a #, a slash or a blank in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The App Key is OrgName#AppName: put each part into its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be understood: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Repair it, or move it away to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by a newer version of this program (format %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Update this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the App Certificate of “%1” is not at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it on the page Projects, or set AGORA_APP_CERTIFICATE for the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no App ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a project, or set AGORA_APP_ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address cannot be used (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the REST host of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http:// would send the token unencrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take line breaks and control characters out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such host is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the REST host and the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing listens on port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port, and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server closed the connection without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request may have been carried out all the same: look before sending it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer&apos;s headers have %1, more than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no answer of the Chat service. Check the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not proper HTTP: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that host and port are those of the REST service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have reached the server all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body cannot be stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space in the temporary folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while waiting for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host and the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done within %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again, or set a longer limit in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a byte for %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sends this request on to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not followed, as the token would have gone to another server. Check the REST host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sends this request on to no proper address (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the REST host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent on more than %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate is signed by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate is for another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s certificate comes from an unknown authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Check the host, and this computer&apos;s clock and certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1 is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the other program, or choose another port with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port %1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry %1 of the endpoint catalogue is wrong: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no endpoint “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“chat-token rest list” names them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project has no REST host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it on the page Projects, or give --host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project has neither OrgName and AppName nor an App ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter them on the page Projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call has no field “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“chat-token rest show” lists its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this field is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a brace or a blank is left in the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the value; a placeholder cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this value would change the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“.” and “..” and an empty text cannot stand in a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line break cannot stand in a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body is not JSON at byte %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is none of the words that the call takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is shorter than %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is longer than %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than %1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add some, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the call, or send it unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character is not allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 characters instead of 32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character %1 is no hexadecimal digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text::Format</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>a length of time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a length of time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <comment>days and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>text::ProblemText</name>
    <message>
        <source>There is nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an App Certificate, not a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a secret that mints any token of the project: keep it out of chats, logs and tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a JWT, not an Agora token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora tokens begin with 007. Take the one that your token server returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an access token that the Chat server issued (YWMt...), not an Agora token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the server can read it. It works as a Bearer token until it expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These 32 hexadecimal digits are an App ID or an App Certificate, not a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is the certificate, treat it as a secret. A token begins with 007.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an Agora token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token begins with 007, followed by Base64 text of about 140 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large for a token: %1 characters, of which %2 are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token of Agora Chat has about 150 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no token version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token begins with the digits 007. The first characters may have been lost in copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body does not fit the version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version may have been changed by hand. Copy the token again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character “%1” cannot stand in a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was changed or two texts were pasted together. Copy it again from where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the token again from where it was made, and compare the last characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data would grow past %1; stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No builder makes such a token. Do not pass it on to a parser without a limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed data is damaged: it is no zlib stream or its checksum is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character was changed, for example by a tool that lower-cases. Copy the token again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was shortened with dots by the program that showed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from a place that shows it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token ends too early: a part of it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the compressed data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parsers read over them. Something was appended to the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vendor builder writes such a token. Look at the code that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature has %1 bytes instead of 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A string of %1 bytes is announced where %2 are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The App ID in the token, “%1”, is not 32 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the builder the App ID from the Agora Console; neither App Key nor project name fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token says %1 service(s), but %2 are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token grants nothing: there is no service in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Chat service to the builder before building.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds bytes that are no UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder must encode user IDs as UTF-8. In Java, name the charset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token grants the user privilege, but its user ID is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the builder the user ID, or build an app token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes follow the last service; parsers ignore them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user ID over 65,535 bytes makes some builders do this. Check the length of what you pass in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service type %1 is not known; what follows it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parsers stop there too, so put known services only into a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privilege %1 stands in the token twice; parsers differ on which counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service type %1 stands before %2; builders write them in ascending order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privilege %1 stands before %2; builders write them in ascending order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The C# builder does this. Servers accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service %1 stands in the token more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer SDKs read both; those before July 2026 keep only the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate given is not 32 hexadecimal digits: it has %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the primary certificate from the Agora Console, without blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is for App ID %1, the project has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is for App ID %1, that of the project “%3”; this project has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint it with the App ID of the project that is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to that project, or mint the token for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit the certificate given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was signed with another certificate, or changed after it was signed. Letter case of the certificate counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was not made for %1 “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 006 token holds checksums of its channel and uid. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old token of version %1; Agora Chat takes 007 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the AccessToken2 builders (ChatTokenBuilder2), which make 007 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is for user “%1”, not for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bytes: %1 against %2. Mint it for the user who signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token grants nothing for Chat; it holds: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Chat token builder rather than that of RTC or RTM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes valid in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issue time lies ahead of this computer&apos;s clock. Check the clock of the token server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint a new token, and renew it before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lifetime of %1 seconds looks like a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder wants seconds from now, not a Unix time. 3600 is an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lives for %1; Agora Chat documents 24 h as the longest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build it with at most 86400 seconds, and renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a user token; REST calls need an app token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has no Chat app privilege, which REST calls need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint an app token of the same project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an app token; a user signs in with a user token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has no Chat user privilege, which signing in needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mint a user token with the user&apos;s ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was taken out of the text around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes around the token were taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Bearer” in front of the token was taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token was percent-encoded and has been decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent like this, a server refuses it. Decode it once after reading it from a URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token uses the URL alphabet (- and _); read as + and /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor&apos;s servers want the standard alphabet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White space in or around the token was taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The “=” at the end are missing; the content is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some parsers refuse it. Copy the token with its last characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Countdown</name>
    <message>
        <source>Valid, %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring soon, %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
