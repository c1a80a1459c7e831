<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>text::CompareText</name>
    <message>
        <source>These tokens are the same.</source>
        <translation>两个令牌相同。</translation>
    </message>
    <message>
        <source>The texts differ, the content is the same: another language&apos;s deflate made one of them.</source>
        <translation>文本不同，内容相同：其中一个由另一种语言的 deflate 压缩。</translation>
    </message>
    <message>
        <source>These differ only in %1.</source>
        <translation>两者只在以下方面不同：%1。</translation>
    </message>
    <message>
        <source>These differ in 1 field: %1.</source>
        <translation>两者有 1 个字段不同：%1。</translation>
    </message>
    <message>
        <source>These differ in %1 fields: %2.</source>
        <translation>两者有 %1 个字段不同：%2。</translation>
    </message>
    <message>
        <source>C++, Python, PHP or another user of stock zlib</source>
        <translation>C++、Python、PHP 或其他使用标准 zlib 的语言</translation>
    </message>
    <message>
        <source>Node.js</source>
        <translation>Node.js</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Dart</source>
        <translation>Dart</translation>
    </message>
    <message>
        <source>Identical: minted again with the same inputs, it comes out character for character.</source>
        <translation>完全一致：用相同的输入重新生成，逐字符相同。</translation>
    </message>
    <message>
        <source>The content is identical; only the compression differs. The token is right.</source>
        <translation>内容一致，只是压缩方式不同。令牌是正确的。</translation>
    </message>
    <message>
        <source>The content is identical; only the compression differs, as %1 makes it. The token is right.</source>
        <translation>内容一致，只是压缩方式不同，与 %1 的压缩结果相符。令牌是正确的。</translation>
    </message>
    <message>
        <source>Only the signature differs: the token was signed with another certificate, or changed after it was signed.</source>
        <translation>只有签名不同：令牌用另一个证书签名，或在签名后被改动。</translation>
    </message>
    <message>
        <source>The first field that differs is %1.</source>
        <translation>第一个不同的字段是 %1。</translation>
    </message>
    <message>
        <source>The first field that differs is %1: the token has %2, minted again it has %3.</source>
        <translation>第一个不同的字段是 %1：令牌中为 %2，重新生成后为 %3。</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>盐值</translation>
    </message>
    <message>
        <source>issue time</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1、%2和%3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>text::DiagnosisText</name>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation>服务器的应答是 HTTP %1。</translation>
    </message>
    <message>
        <source>The server answered HTTP %1: “%2”</source>
        <translation>服务器的应答是 HTTP %1：“%2”</translation>
    </message>
    <message>
        <source>App ID in the token: %1</source>
        <translation>令牌中的 App ID：%1</translation>
    </message>
    <message>
        <source>App ID of the project “%1”: %2</source>
        <translation>项目“%1”的 App ID：%2</translation>
    </message>
    <message>
        <source>The endpoint %1 takes: %2</source>
        <translation>接口 %1 需要：%2</translation>
    </message>
    <message>
        <source>The sign-in is that of user “%1”.</source>
        <translation>登录的用户是“%1”。</translation>
    </message>
    <message>
        <source>Issued: %1</source>
        <translation>签发：%1</translation>
    </message>
    <message>
        <source>Ends: %1</source>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>Judged at: %1</source>
        <translation>判断时间：%1</translation>
    </message>
    <message>
        <source>The server&apos;s clock showed %1; this computer&apos;s differs by %2.</source>
        <translation>服务器时钟显示 %1；与本机相差 %2。</translation>
    </message>
    <message>
        <source>Signed with the previous certificate of the project “%1”.</source>
        <translation>由项目“%1”的旧证书签名。</translation>
    </message>
    <message>
        <source>Signed with the certificate of the project “%1”.</source>
        <translation>由项目“%1”的证书签名。</translation>
    </message>
    <message>
        <source>Copy the token again</source>
        <translation>重新复制令牌</translation>
    </message>
    <message>
        <source>Mint an app token</source>
        <translation>生成 App 令牌</translation>
    </message>
    <message>
        <source>Mint a user token</source>
        <translation>生成用户令牌</translation>
    </message>
    <message>
        <source>Mint a token for user “%1”</source>
        <translation>为用户“%1”生成令牌</translation>
    </message>
    <message>
        <source>Switch to the project “%1”</source>
        <translation>切换到项目“%1”</translation>
    </message>
    <message>
        <source>Store the certificate of its project</source>
        <translation>保存其项目的证书</translation>
    </message>
    <message>
        <source>Correct the project</source>
        <translation>更正项目</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>校正时钟</translation>
    </message>
    <message>
        <source>Mint one that lasts longer</source>
        <translation>生成有效期更长的令牌</translation>
    </message>
    <message>
        <source>Mint one that lasts an hour</source>
        <translation>生成有效期一小时的令牌</translation>
    </message>
    <message>
        <source>Open the endpoint</source>
        <translation>打开接口</translation>
    </message>
    <message>
        <source>Open the Agora Console</source>
        <translation>打开 Agora 控制台</translation>
    </message>
    <message>
        <source>Wait and try again</source>
        <translation>稍后重试</translation>
    </message>
    <message>
        <source>The signature does not fit: another certificate signed it, or it was changed.</source>
        <translation>签名不符：由另一个证书签名，或已被改动。</translation>
    </message>
    <message>
        <source>Signed with the certificate given.</source>
        <translation>由给出的证书签名。</translation>
    </message>
    <message>
        <source>Signed with a certificate that you have not stored.</source>
        <translation>由一个您没有保存的证书签名。</translation>
    </message>
    <message>
        <source>Not checked: that takes the certificate, the channel and the uid.</source>
        <translation>未检查：需要证书、频道和 uid。</translation>
    </message>
    <message>
        <source>Not checked: no certificate is at hand.</source>
        <translation>未检查：手头没有证书。</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>未检查。</translation>
    </message>
    <message>
        <source>It is a user token for “%1”.</source>
        <translation>它是用户“%1”的令牌。</translation>
    </message>
    <message>
        <source>It is an app token.</source>
        <translation>它是 App 令牌。</translation>
    </message>
    <message>
        <source>It grants both the user “%1” and the app.</source>
        <translation>它同时授权用户“%1”和 App。</translation>
    </message>
    <message>
        <source>It grants nothing for Chat.</source>
        <translation>它没有授予任何 Chat 权限。</translation>
    </message>
    <message>
        <source>an app token</source>
        <translation>App 令牌</translation>
    </message>
    <message>
        <source>a user token</source>
        <translation>用户令牌</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>不需要令牌</translation>
    </message>
    <message>
        <source>an app token or a user token</source>
        <translation>App 令牌或用户令牌</translation>
    </message>
    <message>
        <source>The Chat server&apos;s clock is %1 behind the one that issued the token.</source>
        <translation>Chat 服务器的时钟比签发令牌的时钟慢 %1。</translation>
    </message>
    <message>
        <source>The Chat server&apos;s clock is %1 ahead of this computer&apos;s.</source>
        <translation>Chat 服务器的时钟比本机快 %1。</translation>
    </message>
    <message>
        <source>Set the clock of the computer that mints tokens (NTP). The token itself is sound.</source>
        <translation>请校正生成令牌的计算机的时钟（NTP）。令牌本身没有问题。</translation>
    </message>
    <message>
        <source>The server calls the token expired; by this computer&apos;s clock it has %1 left.</source>
        <translation>服务器称令牌已过期；按本机时钟还剩 %1。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and that this very token was sent.</source>
        <translation>请检查本机时钟，并确认发送的正是这个令牌。</translation>
    </message>
    <message>
        <source>It was signed with a certificate that you have not stored, so the signature could not be checked.</source>
        <translation>它由一个您没有保存的证书签名，因此无法检查签名。</translation>
    </message>
    <message>
        <source>Store the certificate of its project and look again.</source>
        <translation>请保存其项目的证书后再看。</translation>
    </message>
    <message>
        <source>The request carried no token.</source>
        <translation>请求没有携带令牌。</translation>
    </message>
    <message>
        <source>Send it as “Authorization: Bearer 007...”, with one blank between.</source>
        <translation>请以“Authorization: Bearer 007...”发送，中间一个空格。</translation>
    </message>
    <message>
        <source>The server calls the token expired or missing.</source>
        <translation>服务器称令牌已过期或缺失。</translation>
    </message>
    <message>
        <source>Mint a new one, and check that it is the one that is sent.</source>
        <translation>请生成新令牌，并确认发送的就是它。</translation>
    </message>
    <message>
        <source>The server calls the token corrupt, though nothing is wrong with this one.</source>
        <translation>服务器称令牌损坏，但这个令牌没有问题。</translation>
    </message>
    <message>
        <source>Check that this very token is sent, and in the Agora Console that its certificate is still enabled.</source>
        <translation>请确认发送的正是这个令牌，并在 Agora 控制台确认其证书仍然启用。</translation>
    </message>
    <message>
        <source>The server did not accept the token, though nothing is wrong with this one.</source>
        <translation>服务器没有接受令牌，但这个令牌没有问题。</translation>
    </message>
    <message>
        <source>Check that this very token is sent, and that App Key and host are those of its project.</source>
        <translation>请确认发送的正是这个令牌，并且 App Key 和主机属于其项目。</translation>
    </message>
    <message>
        <source>The server took the call for one without an app token; registration as such need not be opened.</source>
        <translation>服务器认为该调用没有 App 令牌；并不需要开放注册。</translation>
    </message>
    <message>
        <source>Send an app token as “Authorization: Bearer 007...”.</source>
        <translation>请以“Authorization: Bearer 007...”发送 App 令牌。</translation>
    </message>
    <message>
        <source>The token may not do this: a user token may act for its own user only.</source>
        <translation>令牌无权这样做：用户令牌只能代表自己的用户。</translation>
    </message>
    <message>
        <source>Use an app token, or the token of that user.</source>
        <translation>请使用 App 令牌或该用户的令牌。</translation>
    </message>
    <message>
        <source>The sign-in data is wrong.</source>
        <translation>登录数据有误。</translation>
    </message>
    <message>
        <source>Correct it in the body of the call.</source>
        <translation>请在调用的正文中更正。</translation>
    </message>
    <message>
        <source>The user is not active.</source>
        <translation>该用户未激活。</translation>
    </message>
    <message>
        <source>Unban the user first.</source>
        <translation>请先解封该用户。</translation>
    </message>
    <message>
        <source>The server does not know this OrgName and AppName.</source>
        <translation>服务器不认识这个 OrgName 和 AppName。</translation>
    </message>
    <message>
        <source>Check the App Key (org#app) and the REST host: every data centre has its own.</source>
        <translation>请检查 App Key（org#app）和 REST 主机：每个数据中心各不相同。</translation>
    </message>
    <message>
        <source>The request has a wrong or missing value.</source>
        <translation>请求中有错误或缺失的值。</translation>
    </message>
    <message>
        <source>Look at the fields of the endpoint.</source>
        <translation>请查看接口的字段。</translation>
    </message>
    <message>
        <source>The server could not read the body.</source>
        <translation>服务器无法读取正文。</translation>
    </message>
    <message>
        <source>Send JSON with “Content-Type: application/json”.</source>
        <translation>请发送 JSON，并带上“Content-Type: application/json”。</translation>
    </message>
    <message>
        <source>Path and method do not go together.</source>
        <translation>路径与方法不匹配。</translation>
    </message>
    <message>
        <source>Compare both with the endpoint&apos;s.</source>
        <translation>请与接口的路径和方法核对。</translation>
    </message>
    <message>
        <source>What the call names does not exist.</source>
        <translation>调用所指的对象不存在。</translation>
    </message>
    <message>
        <source>Check the ID in the path; letter case counts.</source>
        <translation>请检查路径中的 ID；区分大小写。</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>已经存在。</translation>
    </message>
    <message>
        <source>Take another ID, or leave the call out.</source>
        <translation>请换一个 ID，或省去此调用。</translation>
    </message>
    <message>
        <source>The server does not allow this here.</source>
        <translation>服务器不允许此操作。</translation>
    </message>
    <message>
        <source>The token is accepted; look at roles and members.</source>
        <translation>令牌已被接受；请查看角色和成员。</translation>
    </message>
    <message>
        <source>Two calls changed the same thing at once.</source>
        <translation>两个调用同时更改了同一对象。</translation>
    </message>
    <message>
        <source>Send it once more.</source>
        <translation>请再发送一次。</translation>
    </message>
    <message>
        <source>The request took too long.</source>
        <translation>请求耗时过长。</translation>
    </message>
    <message>
        <source>The fault lies with the server.</source>
        <translation>问题出在服务器。</translation>
    </message>
    <message>
        <source>Wait and send it once more; look at the status page of the service.</source>
        <translation>请稍后再发送；并查看服务状态页。</translation>
    </message>
    <message>
        <source>The documents of this call know the answer.</source>
        <translation>此调用的文档中有这个应答。</translation>
    </message>
    <message>
        <source>Look at the endpoint.</source>
        <translation>请查看接口。</translation>
    </message>
    <message>
        <source>What was sent is too large.</source>
        <translation>发送的内容过大。</translation>
    </message>
    <message>
        <source>Send less.</source>
        <translation>请减少内容。</translation>
    </message>
    <message>
        <source>One call names too many.</source>
        <translation>一次调用包含过多对象。</translation>
    </message>
    <message>
        <source>Spread them over several calls.</source>
        <translation>请分成多次调用。</translation>
    </message>
    <message>
        <source>A limit of the application is reached.</source>
        <translation>已达到应用的上限。</translation>
    </message>
    <message>
        <source>Remove some, or raise the limit in the Agora Console.</source>
        <translation>请删除一些，或在 Agora 控制台提高上限。</translation>
    </message>
    <message>
        <source>The plan does not allow more.</source>
        <translation>套餐不允许更多。</translation>
    </message>
    <message>
        <source>Change the plan in the Agora Console.</source>
        <translation>请在 Agora 控制台更改套餐。</translation>
    </message>
    <message>
        <source>Too many calls in a short time.</source>
        <translation>短时间内调用过多。</translation>
    </message>
    <message>
        <source>Wait a second and send fewer at once.</source>
        <translation>请稍等一秒，并减少同时发送的数量。</translation>
    </message>
    <message>
        <source>The feature is not switched on.</source>
        <translation>该功能没有开启。</translation>
    </message>
    <message>
        <source>Switch it on in the Agora Console.</source>
        <translation>请在 Agora 控制台开启。</translation>
    </message>
    <message>
        <source>The answer HTTP %1 %2 is not in the documents; what it means is not known.</source>
        <translation>应答 HTTP %1 %2 不在文档中；含义未知。</translation>
    </message>
    <message>
        <source>Ask the vendor&apos;s support with the text of the answer.</source>
        <translation>请将应答文本提供给供应商支持。</translation>
    </message>
    <message>
        <source>Certificates tried: %1; none of them signed it.</source>
        <translation>已尝试的证书：%1 个；都不是签名所用的证书。</translation>
    </message>
    <message>
        <source>Not known: stored certificates are in the vault, which is locked.</source>
        <translation>未知：已保存的证书在已锁定的保险库中。</translation>
    </message>
</context>
<context>
    <name>text::DoubtText</name>
    <message>
        <source>the connection was lost inside it</source>
        <translation>连接在正文中途断开</translation>
    </message>
    <message>
        <source>no length says whether it is whole</source>
        <translation>没有长度能说明它是否完整</translation>
    </message>
    <message>
        <source>it is announced as JSON and is none, or only the beginning</source>
        <translation>声明为 JSON，但不是 JSON 或只有开头</translation>
    </message>
    <message>
        <source>it has a Transfer-Encoding other than chunked, which is not undone</source>
        <translation>它带有 chunked 以外的 Transfer-Encoding，没有还原</translation>
    </message>
    <message>
        <source>it is chunked and empty, as a broken chunk looks, too</source>
        <translation>正文是分块的而且是空的，损坏的分块看起来也是这样</translation>
    </message>
    <message>
        <source>its Content-Length is no length</source>
        <translation>它的 Content-Length 不是长度</translation>
    </message>
    <message>
        <source>it has more than one Content-Length</source>
        <translation>它有多个 Content-Length</translation>
    </message>
    <message>
        <source>it has a Content-Length and is chunked as well</source>
        <translation>它既有 Content-Length 又是分块的</translation>
    </message>
    <message>
        <source>its compression is damaged from some byte on</source>
        <translation>压缩数据从某个字节起已损坏</translation>
    </message>
    <message>
        <source>its compression has no end</source>
        <translation>压缩数据没有结尾</translation>
    </message>
    <message>
        <source>its Content-Encoding is not known, so it stands as it came</source>
        <translation>不认识它的 Content-Encoding，所以保持收到时的样子</translation>
    </message>
</context>
<context>
    <name>text::ErrorText</name>
    <message>
        <source>“%1” is no length of time</source>
        <translation>“%1”不是时长</translation>
    </message>
    <message>
        <source>Write it as 3600, 90s, 1h30m or 24h.</source>
        <translation>请写成 3600、90s、1h30m 或 24h。</translation>
    </message>
    <message>
        <source>“%1” is longer than a token can say</source>
        <translation>“%1”超出 token 能表示的范围</translation>
    </message>
    <message>
        <source>The longest is 4294967295 seconds; Agora Chat documents 24h.</source>
        <translation>最长为 4294967295 秒；Agora Chat 文档规定为 24h。</translation>
    </message>
    <message>
        <source>“%1” is no time</source>
        <translation>“%1”不是时间</translation>
    </message>
    <message>
        <source>Write Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z.</source>
        <translation>请写 Unix 秒数，或 ISO 8601，例如 2026-11-24T09:30:00Z。</translation>
    </message>
    <message>
        <source>not JSON at byte %1 (%2)</source>
        <translation>在第 %1 字节处不是 JSON（%2）</translation>
    </message>
    <message>
        <source>Correct the text there.</source>
        <translation>请改正该处文本。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>nested more than %1 levels deep</source>
        <translation>嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>Flatten the text.</source>
        <translation>请减少嵌套。</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Check the name and the permissions.</source>
        <translation>请检查名称和权限。</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space. Nothing was changed.</source>
        <translation>请检查文件夹、权限和剩余空间。未作任何更改。</translation>
    </message>
    <message>
        <source>is larger than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>An App ID is 32 hexadecimal digits; copy it from the Agora Console.</source>
        <translation>App ID 是 32 位十六进制；请从 Agora 控制台复制。</translation>
    </message>
    <message>
        <source>An App Certificate is 32 hexadecimal digits; copy the primary one from the Agora Console.</source>
        <translation>App Certificate 是 32 位十六进制；请从 Agora 控制台复制主证书。</translation>
    </message>
    <message>
        <source>the token would grant nothing</source>
        <translation>token 将不授予任何权限</translation>
    </message>
    <message>
        <source>Name at least one service.</source>
        <translation>请至少指定一个服务。</translation>
    </message>
    <message>
        <source>%1 entries, a token can hold %2</source>
        <translation>有 %1 项，token 最多容纳 %2 项</translation>
    </message>
    <message>
        <source>Leave some out.</source>
        <translation>请去掉一些。</translation>
    </message>
    <message>
        <source>%1 bytes long, a token can hold %2</source>
        <translation>长 %1 字节，token 最多容纳 %2 字节</translation>
    </message>
    <message>
        <source>User IDs of Agora Chat have at most 64 characters.</source>
        <translation>Agora Chat 的用户 ID 最多 64 个字符。</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8</source>
        <translation>第 %1 字节不是 UTF-8</translation>
    </message>
    <message>
        <source>Save the text as UTF-8.</source>
        <translation>请将文本保存为 UTF-8。</translation>
    </message>
    <message>
        <source>no SDK defines service type %1</source>
        <translation>没有 SDK 定义服务类型 %1</translation>
    </message>
    <message>
        <source>Known are 1 RTC, 2 RTM, 3 Streaming, 4 FPA, 5 Chat, 6 FCDN, 7 APaaS, 8 RTM2, 9 ConvoAI, 10 STT.</source>
        <translation>已知的有 1 RTC、2 RTM、3 Streaming、4 FPA、5 Chat、6 FCDN、7 APaaS、8 RTM2、9 ConvoAI、10 STT。</translation>
    </message>
    <message>
        <source>privilege %1 is given twice</source>
        <translation>权限 %1 给出了两次</translation>
    </message>
    <message>
        <source>Name each privilege once.</source>
        <translation>每个权限只写一次。</translation>
    </message>
    <message>
        <source>“%1” is no whole number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>请改正该数字。</translation>
    </message>
    <message>
        <source>the user ID is empty</source>
        <translation>用户 ID 为空</translation>
    </message>
    <message>
        <source>Name the user who signs in with the token.</source>
        <translation>请写明用此 token 登录的用户。</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>See “chat-token build --help” for the form.</source>
        <translation>格式见“chat-token build --help”。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>请补上。</translation>
    </message>
    <message>
        <source>no such field here</source>
        <translation>此处没有这个字段</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>您是指“%1”吗？</translation>
    </message>
    <message>
        <source>%1 is not available</source>
        <translation>%1 不可用</translation>
    </message>
    <message>
        <source>Check the installation of OpenSSL and zlib.</source>
        <translation>请检查 OpenSSL 和 zlib 的安装。</translation>
    </message>
    <message>
        <source>there is no project “%1”</source>
        <translation>没有项目“%1”</translation>
    </message>
    <message>
        <source>The project “sandbox” is always there.</source>
        <translation>项目“sandbox”始终存在。</translation>
    </message>
    <message>
        <source>a project “%1” is there already</source>
        <translation>已有项目“%1”</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>the project has no name</source>
        <translation>项目没有名称</translation>
    </message>
    <message>
        <source>Give it one; it is shown in the top bar.</source>
        <translation>请为它命名；名称显示在顶栏。</translation>
    </message>
    <message>
        <source>the project “%1” cannot be changed</source>
        <translation>项目“%1”不能更改</translation>
    </message>
    <message>
        <source>Add a project of your own.</source>
        <translation>请添加您自己的项目。</translation>
    </message>
    <message>
        <source>“%1” is no host</source>
        <translation>“%1”不是主机</translation>
    </message>
    <message>
        <source>Write it as https://a41.chat.agora.io.</source>
        <translation>请写成 https://a41.chat.agora.io。</translation>
    </message>
    <message>
        <source>“%1” would send the token unencrypted</source>
        <translation>“%1”会以明文发送 token</translation>
    </message>
    <message>
        <source>Use https://; http:// is for this computer only.</source>
        <translation>请使用 https://；http:// 仅限本机。</translation>
    </message>
    <message>
        <source>“%1” has a #, a slash or a blank in it</source>
        <translation>“%1”中含有 #、斜杠或空格</translation>
    </message>
    <message>
        <source>The App Key is OrgName#AppName: put each part into its own field.</source>
        <translation>App Key 的形式是 OrgName#AppName：请把两部分分别填入各自的字段。</translation>
    </message>
    <message>
        <source>cannot be understood: %1</source>
        <translation>无法理解：%1</translation>
    </message>
    <message>
        <source>It was left as it is. Repair it, or move it away to start anew.</source>
        <translation>文件保持原样。请修复它，或移走它重新开始。</translation>
    </message>
    <message>
        <source>was written by a newer version of this program (format %1)</source>
        <translation>由更新版本的程序写入（格式 %1）</translation>
    </message>
    <message>
        <source>It was left as it is. Update this program.</source>
        <translation>文件保持原样。请更新本程序。</translation>
    </message>
    <message>
        <source>the App Certificate of “%1” is not at hand</source>
        <translation>没有“%1”的 App Certificate</translation>
    </message>
    <message>
        <source>Enter it on the page Projects, or set AGORA_APP_CERTIFICATE for the command line.</source>
        <translation>请在“项目”页面输入，或为命令行设置 AGORA_APP_CERTIFICATE。</translation>
    </message>
    <message>
        <source>there is no App ID</source>
        <translation>没有 App ID</translation>
    </message>
    <message>
        <source>Choose a project, or set AGORA_APP_ID.</source>
        <translation>请选择项目，或设置 AGORA_APP_ID。</translation>
    </message>
    <message>
        <source>the address cannot be used (%1)</source>
        <translation>该地址无法使用（%1）</translation>
    </message>
    <message>
        <source>Check the REST host of the project.</source>
        <translation>请检查项目的 REST 主机。</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>http:// would send the token unencrypted</source>
        <translation>http:// 会以明文发送 token</translation>
    </message>
    <message>
        <source>the header cannot be sent</source>
        <translation>该请求头无法发送</translation>
    </message>
    <message>
        <source>Take line breaks and control characters out of it.</source>
        <translation>请去掉换行和控制字符。</translation>
    </message>
    <message>
        <source>no such host is known</source>
        <translation>找不到该主机</translation>
    </message>
    <message>
        <source>Check the spelling of the REST host and the network connection.</source>
        <translation>请检查 REST 主机的拼写和网络连接。</translation>
    </message>
    <message>
        <source>nothing listens on port %1</source>
        <translation>端口 %1 上没有服务</translation>
    </message>
    <message>
        <source>Check host and port, and that the server runs.</source>
        <translation>请检查主机和端口，以及服务器是否在运行。</translation>
    </message>
    <message>
        <source>The request may have been carried out all the same: look before sending it again.</source>
        <translation>请求可能已经执行：再次发送前请先查看。</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>the proxy failed: %1</source>
        <translation>代理失败：%1</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system.</source>
        <translation>请检查系统的代理设置。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>the answer&apos;s headers have %1, more than %2</source>
        <translation>响应头有 %1，超过 %2</translation>
    </message>
    <message>
        <source>This is no answer of the Chat service. Check the host.</source>
        <translation>这不是 Chat 服务的响应。请检查主机。</translation>
    </message>
    <message>
        <source>the answer is not proper HTTP: %1</source>
        <translation>响应不是正确的 HTTP：%1</translation>
    </message>
    <message>
        <source>Check that host and port are those of the REST service.</source>
        <translation>请检查主机和端口是否属于 REST 服务。</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>请求已取消</translation>
    </message>
    <message>
        <source>It may have reached the server all the same.</source>
        <translation>请求可能仍然到达了服务器。</translation>
    </message>
    <message>
        <source>the body cannot be stored: %1</source>
        <translation>无法保存响应体：%1</translation>
    </message>
    <message>
        <source>while connecting</source>
        <translation>连接时</translation>
    </message>
    <message>
        <source>while waiting for the answer</source>
        <translation>等待响应时</translation>
    </message>
    <message>
        <source>inside the body</source>
        <translation>接收响应体时</translation>
    </message>
    <message>
        <source>Check the host and the network connection.</source>
        <translation>请检查主机和网络连接。</translation>
    </message>
    <message>
        <source>not done within %1 (%2)</source>
        <translation>%1 内未完成（%2）</translation>
    </message>
    <message>
        <source>the server sends this request on to %1</source>
        <translation>服务器把请求转到 %1</translation>
    </message>
    <message>
        <source>It was not followed, as the token would have gone to another server. Check the REST host.</source>
        <translation>未跟随，否则 token 会发到另一台服务器。请检查 REST 主机。</translation>
    </message>
    <message>
        <source>the server sends this request on to no proper address (%1)</source>
        <translation>服务器把请求转到不正确的地址（%1）</translation>
    </message>
    <message>
        <source>Check the REST host.</source>
        <translation>请检查 REST 主机。</translation>
    </message>
    <message>
        <source>sent on more than %1 times</source>
        <translation>转发超过 %1 次</translation>
    </message>
    <message>
        <source>no secure connection: %1</source>
        <translation>没有安全连接：%1</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is signed by itself</source>
        <translation>服务器证书是自签名的</translation>
    </message>
    <message>
        <source>the server&apos;s certificate has expired</source>
        <translation>服务器证书已过期</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not valid yet</source>
        <translation>服务器证书尚未生效</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is for another host</source>
        <translation>服务器证书属于另一主机</translation>
    </message>
    <message>
        <source>the server&apos;s certificate comes from an unknown authority</source>
        <translation>服务器证书来自未知的颁发机构</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the host, and this computer&apos;s clock and certificates.</source>
        <translation>没有发送任何数据。请检查主机，以及本机的时钟和证书。</translation>
    </message>
    <message>
        <source>port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Stop the other program, or choose another port with --port.</source>
        <translation>请停止另一程序，或用 --port 选择其他端口。</translation>
    </message>
    <message>
        <source>port %1 cannot be opened: %2</source>
        <translation>无法打开端口 %1：%2</translation>
    </message>
    <message>
        <source>Choose another port with --port.</source>
        <translation>请用 --port 选择其他端口。</translation>
    </message>
    <message>
        <source>the entry %1 of the endpoint catalogue is wrong: %2</source>
        <translation>接口目录中的条目 %1 有误：%2</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>请改正文件。</translation>
    </message>
    <message>
        <source>there is no endpoint “%1”</source>
        <translation>没有接口“%1”</translation>
    </message>
    <message>
        <source>“chat-token rest list” names them all.</source>
        <translation>“chat-token rest list”列出全部接口。</translation>
    </message>
    <message>
        <source>the project has no REST host</source>
        <translation>项目没有 REST 主机</translation>
    </message>
    <message>
        <source>Enter it on the page Projects, or give --host or AGORA_CHAT_HOST.</source>
        <translation>请在“项目”页面输入，或使用 --host 或 AGORA_CHAT_HOST。</translation>
    </message>
    <message>
        <source>the project has neither OrgName and AppName nor an App ID</source>
        <translation>项目既没有 OrgName 和 AppName，也没有 App ID</translation>
    </message>
    <message>
        <source>Enter them on the page Projects, or set AGORA_ORG_NAME and AGORA_APP_NAME.</source>
        <translation>请在“项目”页面输入，或设置 AGORA_ORG_NAME 和 AGORA_APP_NAME。</translation>
    </message>
    <message>
        <source>the call has no field “%1”</source>
        <translation>此调用没有字段“%1”</translation>
    </message>
    <message>
        <source>“chat-token rest show” lists its fields.</source>
        <translation>“chat-token rest show”列出其字段。</translation>
    </message>
    <message>
        <source>this field is required</source>
        <translation>此字段必填</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>a brace or a blank is left in the path</source>
        <translation>路径中还有花括号或空格</translation>
    </message>
    <message>
        <source>Fill in the value; a placeholder cannot be sent.</source>
        <translation>请填入值；占位符不能发送。</translation>
    </message>
    <message>
        <source>this value would change the path</source>
        <translation>此值会改变路径</translation>
    </message>
    <message>
        <source>a line break cannot stand in a header</source>
        <translation>请求头中不能有换行</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>the body is not JSON at byte %1 (%2)</source>
        <translation>请求体在第 %1 字节处不是 JSON（%2）</translation>
    </message>
    <message>
        <source>Correct it, or send it unchecked.</source>
        <translation>请改正，或不检查直接发送。</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>this is no %1</source>
        <translation>这不是 %1</translation>
    </message>
    <message>
        <source>Correct the value, or send it unchecked.</source>
        <translation>请改正该值，或不检查直接发送。</translation>
    </message>
    <message>
        <source>this is none of the words that the call takes</source>
        <translation>这不是此调用接受的取值</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>可用的有 %1。</translation>
    </message>
    <message>
        <source>this is shorter than %1 %2</source>
        <translation>少于 %1 %2</translation>
    </message>
    <message>
        <source>Write more, or send it unchecked.</source>
        <translation>请补充，或不检查直接发送。</translation>
    </message>
    <message>
        <source>this is longer than %1 %2</source>
        <translation>超过 %1 %2</translation>
    </message>
    <message>
        <source>Shorten it, or send it unchecked.</source>
        <translation>请缩短，或不检查直接发送。</translation>
    </message>
    <message>
        <source>fewer than %1 entries</source>
        <translation>少于 %1 项</translation>
    </message>
    <message>
        <source>Add some, or send it unchecked.</source>
        <translation>请增加，或不检查直接发送。</translation>
    </message>
    <message>
        <source>more than %1 entries</source>
        <translation>超过 %1 项</translation>
    </message>
    <message>
        <source>Split the call, or send it unchecked.</source>
        <translation>请拆分调用，或不检查直接发送。</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>the number is out of range</source>
        <translation>数字超出范围</translation>
    </message>
    <message>
        <source>Allowed is %1.</source>
        <translation>允许 %1。</translation>
    </message>
    <message>
        <source>a character is not allowed here</source>
        <translation>此处有不允许的字符</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>允许：%1。</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>has %1 characters instead of 32</source>
        <translation>有 %1 个字符，应为 32 个</translation>
    </message>
    <message>
        <source>character %1 is no hexadecimal digit</source>
        <translation>第 %1 个字符不是十六进制数字</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a clause becomes a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is meant, and why it failed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>only a 007 token can be minted again</source>
        <translation>只有 007 令牌可以重新生成</translation>
    </message>
    <message>
        <source>the token is not whole, so not all of its inputs are known</source>
        <translation>令牌不完整，无法得知全部输入</translation>
    </message>
    <message>
        <source>Paste a whole token that begins with 007.</source>
        <translation>请粘贴以 007 开头的完整令牌。</translation>
    </message>
    <message>
        <source>an environment has no name</source>
        <translation>有一个环境没有名称</translation>
    </message>
    <message>
        <source>there are two environments “%1”</source>
        <translation>有两个环境名为“%1”</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>请给每个环境取不同的名称。</translation>
    </message>
    <message>
        <source>“%1” is no colour of an environment</source>
        <translation>“%1”不是环境可用的颜色</translation>
    </message>
    <message>
        <source>Known are green, blue, violet, amber, orange, red.</source>
        <translation>可用的颜色：green、blue、violet、amber、orange、red。</translation>
    </message>
    <message>
        <source>“%1” is no name of a variable, or stands there twice</source>
        <translation>“%1”不是变量名，或出现了两次</translation>
    </message>
    <message>
        <source>Write one line each, as in: user = alice. Names have letters, digits, _, . and -.</source>
        <translation>每行一个，例如：user = alice。变量名由字母、数字、_、. 和 - 组成。</translation>
    </message>
    <message>
        <source>the variable “%1” looks like a secret</source>
        <translation>变量“%1”看起来像机密</translation>
    </message>
    <message>
        <source>Variables are stored in the open. Certificates belong into their fields, tokens are minted for each call.</source>
        <translation>变量以明文保存。证书应填入专门的字段，token 则在每次调用时生成。</translation>
    </message>
    <message>
        <source>there is no variable “%1” in the environment in use</source>
        <translation>当前环境中没有变量“%1”</translation>
    </message>
    <message>
        <source>Choose an environment that has it, or add it on the page Projects.</source>
        <translation>请选择含有该变量的环境，或在“项目”页添加。</translation>
    </message>
    <message>
        <source>its payload of %1 bytes is larger than any that is minted again</source>
        <translation>其载荷有 %1 字节，过大，不再重新生成</translation>
    </message>
    <message>
        <source>No builder makes such a token. Look at its fields.</source>
        <translation>没有任何生成器会产生这样的令牌。请查看它的字段。</translation>
    </message>
    <message>
        <source>a token cannot be issued at %1, since it counts from 1970 to 2106</source>
        <translation>令牌的签发时间不能是 %1，它只能表示 1970 年到 2106 年</translation>
    </message>
    <message>
        <source>Set the clock of this machine, or name another issue time.</source>
        <translation>请校正本机时钟，或指定其他签发时间。</translation>
    </message>
    <message>
        <source>is empty or not set, so there is no folder for what is kept</source>
        <translation>为空或未设置，因此没有用于保存数据的文件夹</translation>
    </message>
    <message>
        <source>“%1” is no full path to a folder</source>
        <translation>“%1”不是文件夹的完整路径</translation>
    </message>
    <message>
        <source>Name a folder with --home DIR.</source>
        <translation>请用 --home DIR 指定文件夹。</translation>
    </message>
    <message>
        <source>“.” and “..” cannot stand in a path.</source>
        <translation>路径中不能使用“.”和“..”。</translation>
    </message>
    <message>
        <source>this is not of the form that the call takes</source>
        <translation>这不符合该接口要求的格式</translation>
    </message>
    <message>
        <source>The form: %1.</source>
        <translation>格式：%1。</translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation>请写成 %1。</translation>
    </message>
    <message>
        <source>a key in it is longer than %1 %2</source>
        <translation>其中有键超过 %1 %2</translation>
    </message>
    <message>
        <source>a key in it has a character that is not allowed</source>
        <translation>其中有键含有不允许的字符</translation>
    </message>
    <message>
        <source>a value in it is longer than %1 %2</source>
        <translation>其中有值超过 %1 %2</translation>
    </message>
    <message>
        <source>Agora Chat documents user IDs of a-z 0-9 _ - . only</source>
        <translation>Agora Chat 文档规定用户 ID 只能由 a-z 0-9 _ - . 组成</translation>
    </message>
    <message>
        <source>The token is made all the same; the service may know no such user.</source>
        <translation>仍会生成 token；服务端可能没有这样的用户。</translation>
    </message>
    <message>
        <source>Agora Chat documents user IDs of up to 64 characters</source>
        <translation>Agora Chat 文档规定用户 ID 最长 64 个字符</translation>
    </message>
    <message>
        <source>Agora Chat documents no upper case in user IDs: the service may keep the user under the lower-case ID, or refuse it</source>
        <translation>Agora Chat 文档规定用户 ID 不含大写字母：服务端可能以小写 ID 保存该用户，也可能拒绝</translation>
    </message>
    <message>
        <source>Register, mint and sign in with one and the same lower-case ID.</source>
        <translation>请用同一个小写 ID 注册、生成 token 和登录。</translation>
    </message>
    <message>
        <source>a link that is not followed</source>
        <translation>不会跟随的链接</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>the system lets this program open too few files and connections (%1)</source>
        <translation>系统允许本程序打开的文件和连接太少（%1）</translation>
    </message>
    <message>
        <source>Close some, or raise the limit, as with “ulimit -n 1024”.</source>
        <translation>请关闭一些，或提高限制，例如“ulimit -n 1024”。</translation>
    </message>
    <message>
        <source>is a pipe, and nobody wrote into it within 5 s</source>
        <translation>是管道，而且 5 秒内没有程序写入</translation>
    </message>
    <message>
        <source>Start the program that writes there, or name a file.</source>
        <translation>请启动写入它的程序，或指定一个文件。</translation>
    </message>
    <message>
        <source>another program holds this lock</source>
        <translation>另一个程序占用着这个锁</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; end the other program if it hangs.</source>
        <translation>没有任何更改。请重试；如果另一个程序没有响应，请结束它。</translation>
    </message>
    <message>
        <source>is %1, no regular file</source>
        <translation>是%1，不是普通文件</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or choose another name.</source>
        <translation>它保持原样。请把它移走，或换一个名称。</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>已经存在</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation>文件保持原样。请换一个名称。</translation>
    </message>
    <message>
        <source>is a file that this program needs itself</source>
        <translation>是本程序自身需要的文件</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name, outside the folder of the program.</source>
        <translation>它保持原样。请换一个名称，放在程序文件夹之外。</translation>
    </message>
    <message>
        <source>the project “%1” is not there any more: another program removed it</source>
        <translation>项目“%1”已不存在：另一个程序删除了它</translation>
    </message>
    <message>
        <source>Nothing was changed. Add it anew if it is still wanted.</source>
        <translation>没有任何更改。如果仍然需要，请重新添加。</translation>
    </message>
    <message>
        <source>others could look into this folder (mode %1); now only you can</source>
        <translation>其他人曾可以查看此文件夹（权限 %1）；现在只有您可以</translation>
    </message>
    <message>
        <source>Nothing is to be done, unless it was shared on purpose.</source>
        <translation>除非是有意共享，否则无需处理。</translation>
    </message>
    <message>
        <source>others can look into this folder (mode %1), and other things stand in it</source>
        <translation>其他人可以查看此文件夹（权限 %1），而且里面还有别的内容</translation>
    </message>
    <message>
        <source>Keep what is yours in a folder of its own, with mode 0700.</source>
        <translation>请把自己的内容放在权限为 0700 的单独文件夹里。</translation>
    </message>
    <message>
        <source>the server closed the connection without an HTTP answer</source>
        <translation>服务器关闭了连接，没有给出 HTTP 应答</translation>
    </message>
    <message>
        <source>the answer (status %1) has no header fields: the server sent none, a line that is none, or more than Qt takes (100 fields, 100 KiB in one, 256 KiB in all)</source>
        <translation>应答（状态 %1）没有标头字段：服务器没有发送、发送了不成标头的行，或超过了 Qt 的上限（100 个字段、单个 100 KiB、合计 256 KiB）</translation>
    </message>
    <message>
        <source>Where its body ends cannot be known. See it with “curl -i”.</source>
        <translation>无法知道正文在哪里结束。请用“curl -i”查看。</translation>
    </message>
    <message>
        <source>the server sent the interim status %1, and Qt drops the answer behind it</source>
        <translation>服务器发送了中间状态 %1，Qt 丢弃了它后面的应答</translation>
    </message>
    <message>
        <source>Free some space in the temporary folder, or set TMPDIR to another one.</source>
        <translation>请在临时文件夹中腾出空间，或把 TMPDIR 设为另一个文件夹。</translation>
    </message>
    <message>
        <source>not all of it came, or not as it was: %1</source>
        <translation>没有全部收到，或与原样不同：%1</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>packed more than 200 to 1, and cut after %1</source>
        <translation>压缩比超过 200:1，在 %1 之后截断</translation>
    </message>
    <message>
        <source>longer than the limit, and cut after %1</source>
        <translation>超过上限，在 %1 之后截断</translation>
    </message>
    <message>
        <source>Allow more with --max-body.</source>
        <translation>可用 --max-body 放宽上限。</translation>
    </message>
    <message>
        <source>Allow it more time (Settings, --timeout). It may have been carried out: look before sending it again.</source>
        <translation>请给它更多时间（设置、--timeout）。请求可能已经执行：再次发送前请先查看。</translation>
    </message>
    <message>
        <source>the connection was not ready within %1</source>
        <translation>连接在 %1 内没有就绪</translation>
    </message>
    <message>
        <source>nothing more of the body came for %1</source>
        <translation>%1 内没有再收到正文</translation>
    </message>
    <message>
        <source>no whole status line and headers came for %1</source>
        <translation>%1 内没有收到完整的状态行和标头</translation>
    </message>
</context>
<context>
    <name>text::FieldText</name>
    <message>
        <source>characters</source>
        <translation>个字符</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>项</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and its unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>exactly %1</source>
        <translation>恰好 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>user ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>user IDs with commas between</source>
        <translation>用户 ID，以逗号分隔</translation>
    </message>
    <message>
        <source>group ID</source>
        <translation>群组 ID</translation>
    </message>
    <message>
        <source>group IDs with commas between</source>
        <translation>群组 ID，以逗号分隔</translation>
    </message>
    <message>
        <source>chat room ID</source>
        <translation>聊天室 ID</translation>
    </message>
    <message>
        <source>chat room IDs with commas between</source>
        <translation>聊天室 ID，以逗号分隔</translation>
    </message>
    <message>
        <source>thread ID</source>
        <translation>子区 ID</translation>
    </message>
    <message>
        <source>message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>message IDs with commas between</source>
        <translation>消息 ID，以逗号分隔</translation>
    </message>
    <message>
        <source>user, group or chat room ID</source>
        <translation>用户、群组或聊天室 ID</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>date and hour</source>
        <translation>日期和小时</translation>
    </message>
    <message>
        <source>date, hour and minute</source>
        <translation>日期、小时和分钟</translation>
    </message>
    <message>
        <source>span of the day</source>
        <translation>一天中的时段</translation>
    </message>
    <message>
        <source>Unix time in milliseconds</source>
        <translation>Unix 时间（毫秒）</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>language code</source>
        <translation>语言代码</translation>
    </message>
    <message>
        <source>device, with its platform before a _</source>
        <translation>设备，平台名在 _ 之前</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>取值之一：%1</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>个对象</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a unit</comment>
        <translation>单位：%1</translation>
    </message>
    <message>
        <source>a key %1</source>
        <translation>键%1</translation>
    </message>
    <message>
        <source>a value %1</source>
        <translation>值%1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合计%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between limits</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 as in %2</source>
        <translation>%1，例如 %2</translation>
    </message>
    <message>
        <source>each a %1</source>
        <translation>每项为%1</translation>
    </message>
    <message>
        <source>of the form %1</source>
        <translation>格式为 %1</translation>
    </message>
</context>
<context>
    <name>text::Format</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>a length of time</comment>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>text::ProblemText</name>
    <message>
        <source>There is nothing here.</source>
        <translation>这里什么都没有。</translation>
    </message>
    <message>
        <source>Paste a token.</source>
        <translation>请粘贴 token。</translation>
    </message>
    <message>
        <source>This is an App Certificate, not a token.</source>
        <translation>这是 App Certificate，不是 token。</translation>
    </message>
    <message>
        <source>It is a secret that mints any token of the project: keep it out of chats, logs and tickets.</source>
        <translation>它是机密，可生成该项目的任何 token：不要出现在聊天、日志和工单中。</translation>
    </message>
    <message>
        <source>This is a JWT, not an Agora token.</source>
        <translation>这是 JWT，不是 Agora token。</translation>
    </message>
    <message>
        <source>Agora tokens begin with 007. Take the one that your token server returned.</source>
        <translation>Agora token 以 007 开头。请使用您的 token 服务器返回的那个。</translation>
    </message>
    <message>
        <source>This is an access token that the Chat server issued (YWMt...), not an Agora token.</source>
        <translation>这是 Chat 服务器颁发的访问令牌（YWMt...），不是 Agora token。</translation>
    </message>
    <message>
        <source>Only the server can read it. It works as a Bearer token until it expires.</source>
        <translation>只有服务器能读取它。过期之前可作为 Bearer token 使用。</translation>
    </message>
    <message>
        <source>These 32 hexadecimal digits are an App ID or an App Certificate, not a token.</source>
        <translation>这 32 位十六进制是 App ID 或 App Certificate，不是 token。</translation>
    </message>
    <message>
        <source>If it is the certificate, treat it as a secret. A token begins with 007.</source>
        <translation>如果是证书，请当作机密对待。token 以 007 开头。</translation>
    </message>
    <message>
        <source>This is not an Agora token.</source>
        <translation>这不是 Agora token。</translation>
    </message>
    <message>
        <source>A token begins with 007, followed by Base64 text of about 140 characters.</source>
        <translation>token 以 007 开头，后接约 140 个字符的 Base64 文本。</translation>
    </message>
    <message>
        <source>This is too large for a token: %1 characters, of which %2 are looked at.</source>
        <translation>对 token 来说太大：%1 个字符，只查看其中 %2 个。</translation>
    </message>
    <message>
        <source>A token of Agora Chat has about 150 characters.</source>
        <translation>Agora Chat 的 token 约 150 个字符。</translation>
    </message>
    <message>
        <source>“%1” is no token version.</source>
        <translation>“%1”不是 token 版本。</translation>
    </message>
    <message>
        <source>A token begins with the digits 007. The first characters may have been lost in copying.</source>
        <translation>token 以数字 007 开头。开头几个字符可能在复制时丢失。</translation>
    </message>
    <message>
        <source>The body does not fit the version %1.</source>
        <translation>内容与版本 %1 不符。</translation>
    </message>
    <message>
        <source>The version may have been changed by hand. Copy the token again.</source>
        <translation>版本可能被手动改动。请重新复制 token。</translation>
    </message>
    <message>
        <source>The character “%1” cannot stand in a token.</source>
        <translation>字符“%1”不能出现在 token 中。</translation>
    </message>
    <message>
        <source>The token was changed or two texts were pasted together. Copy it again from where it was made.</source>
        <translation>token 被改动，或两段文本粘在了一起。请从生成处重新复制。</translation>
    </message>
    <message>
        <source>Copy the token again from where it was made, and compare the last characters.</source>
        <translation>请从生成处重新复制 token，并比较最后几个字符。</translation>
    </message>
    <message>
        <source>The compressed data would grow past %1; stopped there.</source>
        <translation>压缩数据会膨胀到超过 %1；已停止。</translation>
    </message>
    <message>
        <source>No builder makes such a token. Do not pass it on to a parser without a limit.</source>
        <translation>没有生成器会产生这样的 token。不要把它交给没有上限的解析器。</translation>
    </message>
    <message>
        <source>The compressed data is damaged: it is no zlib stream or its checksum is wrong.</source>
        <translation>压缩数据已损坏：不是 zlib 流，或校验和错误。</translation>
    </message>
    <message>
        <source>A character was changed, for example by a tool that lower-cases. Copy the token again.</source>
        <translation>某个字符被改动，例如被转成小写。请重新复制 token。</translation>
    </message>
    <message>
        <source>The token was shortened with dots by the program that showed it.</source>
        <translation>显示它的程序用省略号缩短了 token。</translation>
    </message>
    <message>
        <source>Take it from a place that shows it whole.</source>
        <translation>请从显示完整 token 的地方获取。</translation>
    </message>
    <message>
        <source>The token ends too early: a part of it is missing.</source>
        <translation>token 过早结束：缺少一部分。</translation>
    </message>
    <message>
        <source>%1 bytes follow the end of the compressed data.</source>
        <translation>压缩数据结束后还有 %1 字节。</translation>
    </message>
    <message>
        <source>Parsers read over them. Something was appended to the token.</source>
        <translation>解析器会忽略它们。token 后面被追加了内容。</translation>
    </message>
    <message>
        <source>No vendor builder writes such a token. Look at the code that made it.</source>
        <translation>没有官方生成器会写出这样的 token。请检查生成它的代码。</translation>
    </message>
    <message>
        <source>The signature has %1 bytes instead of 32.</source>
        <translation>签名有 %1 字节，应为 32 字节。</translation>
    </message>
    <message>
        <source>A string of %1 bytes is announced where %2 are left.</source>
        <translation>声明了 %1 字节的字符串，只剩 %2 字节。</translation>
    </message>
    <message>
        <source>The App ID in the token, “%1”, is not 32 hexadecimal digits.</source>
        <translation>token 中的 App ID “%1” 不是 32 位十六进制。</translation>
    </message>
    <message>
        <source>Give the builder the App ID from the Agora Console; neither App Key nor project name fits.</source>
        <translation>请给生成器传入 Agora 控制台中的 App ID；App Key 和项目名都不行。</translation>
    </message>
    <message>
        <source>The token says %1 service(s), but %2 are there.</source>
        <translation>token 声明有 %1 个服务，实际有 %2 个。</translation>
    </message>
    <message>
        <source>The token grants nothing: there is no service in it.</source>
        <translation>token 不授予任何权限：其中没有服务。</translation>
    </message>
    <message>
        <source>Add a Chat service to the builder before building.</source>
        <translation>请在生成前给生成器加入 Chat 服务。</translation>
    </message>
    <message>
        <source>“%1” holds bytes that are no UTF-8.</source>
        <translation>“%1”含有不是 UTF-8 的字节。</translation>
    </message>
    <message>
        <source>The builder must encode user IDs as UTF-8. In Java, name the charset.</source>
        <translation>生成器必须以 UTF-8 编码用户 ID。在 Java 中请指定字符集。</translation>
    </message>
    <message>
        <source>The token grants the user privilege, but its user ID is empty.</source>
        <translation>token 授予用户权限，但用户 ID 为空。</translation>
    </message>
    <message>
        <source>Give the builder the user ID, or build an app token.</source>
        <translation>请给生成器传入用户 ID，或生成 App token。</translation>
    </message>
    <message>
        <source>%1 bytes follow the last service; parsers ignore them.</source>
        <translation>最后一个服务之后还有 %1 字节；解析器会忽略它们。</translation>
    </message>
    <message>
        <source>A user ID over 65,535 bytes makes some builders do this. Check the length of what you pass in.</source>
        <translation>超过 65,535 字节的用户 ID 会让某些生成器这样做。请检查传入内容的长度。</translation>
    </message>
    <message>
        <source>Service type %1 is not known; what follows it cannot be read.</source>
        <translation>未知的服务类型 %1；其后的内容无法读取。</translation>
    </message>
    <message>
        <source>Parsers stop there too, so put known services only into a token.</source>
        <translation>解析器也会在此停止，因此请只放入已知的服务。</translation>
    </message>
    <message>
        <source>Privilege %1 stands in the token twice; parsers differ on which counts.</source>
        <translation>权限 %1 在 token 中出现两次；各解析器采用的不同。</translation>
    </message>
    <message>
        <source>Service type %1 stands before %2; builders write them in ascending order.</source>
        <translation>服务类型 %1 排在 %2 之前；生成器按升序写入。</translation>
    </message>
    <message>
        <source>Privilege %1 stands before %2; builders write them in ascending order.</source>
        <translation>权限 %1 排在 %2 之前；生成器按升序写入。</translation>
    </message>
    <message>
        <source>The C# builder does this. Servers accept it.</source>
        <translation>C# 生成器会这样。服务器可以接受。</translation>
    </message>
    <message>
        <source>The service %1 stands in the token more than once.</source>
        <translation>服务 %1 在 token 中不止一次出现。</translation>
    </message>
    <message>
        <source>Newer SDKs read both; those before July 2026 keep only the last.</source>
        <translation>较新的 SDK 两个都读；2026 年 7 月之前的只保留最后一个。</translation>
    </message>
    <message>
        <source>The certificate given is not 32 hexadecimal digits: it has %1 characters.</source>
        <translation>给出的证书不是 32 位十六进制：有 %1 个字符。</translation>
    </message>
    <message>
        <source>Copy the primary certificate from the Agora Console, without blanks.</source>
        <translation>请从 Agora 控制台复制主证书，不要带空格。</translation>
    </message>
    <message>
        <source>The token is for App ID %1, the project has %2.</source>
        <translation>token 属于 App ID %1，项目的是 %2。</translation>
    </message>
    <message>
        <source>The token is for App ID %1, that of the project “%3”; this project has %2.</source>
        <translation>token 属于 App ID %1，即项目“%3”的；本项目的是 %2。</translation>
    </message>
    <message>
        <source>Mint it with the App ID of the project that is called.</source>
        <translation>请用所调用项目的 App ID 生成。</translation>
    </message>
    <message>
        <source>Switch to that project, or mint the token for this one.</source>
        <translation>请切换到该项目，或为本项目生成 token。</translation>
    </message>
    <message>
        <source>The signature does not fit the certificate given.</source>
        <translation>签名与给出的证书不符。</translation>
    </message>
    <message>
        <source>The token was signed with another certificate, or changed after it was signed. Letter case of the certificate counts.</source>
        <translation>token 用另一证书签名，或签名后被改动。证书区分大小写。</translation>
    </message>
    <message>
        <source>The token was not made for %1 “%2”.</source>
        <translation>该 token 不是为 %1 “%2” 生成的。</translation>
    </message>
    <message>
        <source>A 006 token holds checksums of its channel and uid. Check both.</source>
        <translation>006 token 含有频道和 uid 的校验和。请检查两者。</translation>
    </message>
    <message>
        <source>This is an old token of version %1; Agora Chat takes 007 only.</source>
        <translation>这是版本 %1 的旧 token；Agora Chat 只接受 007。</translation>
    </message>
    <message>
        <source>Use the AccessToken2 builders (ChatTokenBuilder2), which make 007 tokens.</source>
        <translation>请使用 AccessToken2 生成器（ChatTokenBuilder2），它生成 007 token。</translation>
    </message>
    <message>
        <source>The token is for user “%1”, not for “%2”.</source>
        <translation>token 属于用户“%1”，不是“%2”。</translation>
    </message>
    <message>
        <source>In bytes: %1 against %2. Mint it for the user who signs in.</source>
        <translation>按字节：%1 对 %2。请为登录的用户生成。</translation>
    </message>
    <message>
        <source>The token grants nothing for Chat; it holds: %1.</source>
        <translation>token 不授予 Chat 权限；它包含：%1。</translation>
    </message>
    <message>
        <source>Use the Chat token builder rather than that of RTC or RTM.</source>
        <translation>请使用 Chat token 生成器，而不是 RTC 或 RTM 的。</translation>
    </message>
    <message>
        <source>Becomes valid in %1.</source>
        <translation>%1 后生效。</translation>
    </message>
    <message>
        <source>The issue time lies ahead of this computer&apos;s clock. Check the clock of the token server.</source>
        <translation>签发时间晚于本机时钟。请检查 token 服务器的时钟。</translation>
    </message>
    <message>
        <source>Expired just now.</source>
        <translation>刚刚过期。</translation>
    </message>
    <message>
        <source>Expired %1 ago.</source>
        <translation>已过期 %1。</translation>
    </message>
    <message>
        <source>Mint a new token, and renew it before the end.</source>
        <translation>请生成新的 token，并在结束前续期。</translation>
    </message>
    <message>
        <source>The lifetime of %1 seconds looks like a date.</source>
        <translation>%1 秒的有效期看起来像日期。</translation>
    </message>
    <message>
        <source>The builder wants seconds from now, not a Unix time. 3600 is an hour.</source>
        <translation>生成器需要的是从现在起的秒数，不是 Unix 时间。3600 是一小时。</translation>
    </message>
    <message>
        <source>Lives for %1; Agora Chat documents 24 h as the longest.</source>
        <translation>有效期 %1；Agora Chat 文档规定最长 24 小时。</translation>
    </message>
    <message>
        <source>Build it with at most 86400 seconds, and renew it.</source>
        <translation>请最多用 86400 秒生成，并及时续期。</translation>
    </message>
    <message>
        <source>This is a user token; REST calls need an app token.</source>
        <translation>这是用户 token；REST 调用需要 App token。</translation>
    </message>
    <message>
        <source>The token has no Chat app privilege, which REST calls need.</source>
        <translation>token 没有 REST 调用所需的 Chat App 权限。</translation>
    </message>
    <message>
        <source>Mint an app token of the same project.</source>
        <translation>请生成同一项目的 App token。</translation>
    </message>
    <message>
        <source>This is an app token; a user signs in with a user token.</source>
        <translation>这是 App token；用户登录需要用户 token。</translation>
    </message>
    <message>
        <source>The token has no Chat user privilege, which signing in needs.</source>
        <translation>token 没有登录所需的 Chat 用户权限。</translation>
    </message>
    <message>
        <source>Mint a user token with the user&apos;s ID.</source>
        <translation>请用该用户的 ID 生成用户 token。</translation>
    </message>
    <message>
        <source>The token was taken out of the text around it.</source>
        <translation>已从周围文本中取出 token。</translation>
    </message>
    <message>
        <source>Quotes around the token were taken off.</source>
        <translation>已去掉 token 两侧的引号。</translation>
    </message>
    <message>
        <source>“Bearer” in front of the token was taken off.</source>
        <translation>已去掉 token 前的“Bearer”。</translation>
    </message>
    <message>
        <source>The token was percent-encoded and has been decoded.</source>
        <translation>token 经过百分号编码，已解码。</translation>
    </message>
    <message>
        <source>Sent like this, a server refuses it. Decode it once after reading it from a URL.</source>
        <translation>这样发送会被服务器拒绝。从 URL 读取后请解码一次。</translation>
    </message>
    <message>
        <source>The token uses the URL alphabet (- and _); read as + and /.</source>
        <translation>token 使用 URL 字母表（- 和 _）；按 + 和 / 读取。</translation>
    </message>
    <message>
        <source>The vendor&apos;s servers want the standard alphabet.</source>
        <translation>官方服务器需要标准字母表。</translation>
    </message>
    <message>
        <source>White space in or around the token was taken off.</source>
        <translation>已去掉 token 内部或周围的空白。</translation>
    </message>
    <message>
        <source>The “=” at the end are missing; the content is whole.</source>
        <translation>末尾缺少“=”；内容完整。</translation>
    </message>
    <message>
        <source>Some parsers refuse it. Copy the token with its last characters.</source>
        <translation>有些解析器会拒绝。请连同最后几个字符一起复制。</translation>
    </message>
    <message>
        <source>This is a token of Easemob&apos;s own form (dt-), not an Agora token.</source>
        <translation>这是 Easemob 自有格式（dt-）的令牌，不是 Agora 令牌。</translation>
    </message>
    <message>
        <source>Agora Chat takes tokens that begin with 007. Build one with AccessToken2.</source>
        <translation>Agora Chat 接受以 007 开头的令牌。请用 AccessToken2 生成。</translation>
    </message>
    <message>
        <source>This is a token of the old Signalling service, not of Agora Chat.</source>
        <translation>这是旧信令服务的令牌，不是 Agora Chat 的令牌。</translation>
    </message>
    <message>
        <source>The App ID in the token is %1, but the certificate of the project “%2” signed it.</source>
        <translation>令牌中的 App ID 是 %1，但签名用的是项目“%2”的证书。</translation>
    </message>
    <message>
        <source>App ID and certificate must be those of one project. Look at the variables of the token server.</source>
        <translation>App ID 与证书必须属于同一项目。请查看令牌服务器的变量。</translation>
    </message>
    <message>
        <source>The signature does not fit the certificate given; that of the project “%1” signed it.</source>
        <translation>签名与给出的证书不符；它由项目“%1”的证书签名。</translation>
    </message>
    <message>
        <source>Use that project, or mint the token with the certificate that is meant.</source>
        <translation>请使用该项目，或用正确的证书生成令牌。</translation>
    </message>
    <message>
        <source>The token was signed with the App ID in place of the App Certificate.</source>
        <translation>令牌用 App ID 而不是 App 证书签名。</translation>
    </message>
    <message>
        <source>Give the builder the certificate as its second argument.</source>
        <translation>请把证书作为生成器的第二个参数。</translation>
    </message>
    <message>
        <source>The token was signed with the certificate in another letter case.</source>
        <translation>令牌用大小写不同的证书签名。</translation>
    </message>
    <message>
        <source>The certificate is used as text: take it as the Agora Console shows it.</source>
        <translation>证书按文本使用：请照 Agora 控制台显示的样子填写。</translation>
    </message>
    <message>
        <source>The token has a Chat service, but it grants neither the user nor the app privilege.</source>
        <translation>令牌含有 Chat 服务，但既没有授予用户权限也没有授予 App 权限。</translation>
    </message>
    <message>
        <source>Add the privilege before building. The Java education builder leaves it out.</source>
        <translation>请在生成前添加权限。Java 的教育生成器会漏掉它。</translation>
    </message>
    <message>
        <source>The token is for user “%1”, not for “%2”: they differ in letter case.</source>
        <translation>令牌属于用户“%1”，而不是“%2”：两者大小写不同。</translation>
    </message>
    <message>
        <source>The token is for user “%1”, not for “%2”: they differ in blanks.</source>
        <translation>令牌属于用户“%1”，而不是“%2”：两者空白不同。</translation>
    </message>
    <message>
        <source>The token is for user “%1”, not for “%2”: characters that look alike may be others.</source>
        <translation>令牌属于用户“%1”，而不是“%2”：看似相同的字符可能并不相同。</translation>
    </message>
    <message>
        <source>The token was escaped, as in JSON, HTML or source code, and has been restored.</source>
        <translation>令牌曾按 JSON、HTML 或源代码的方式转义，现已还原。</translation>
    </message>
    <message>
        <source>Sent like this, a server refuses it. Send the plain text.</source>
        <translation>这样发送会被服务器拒绝。请发送原文。</translation>
    </message>
    <message>
        <source>The “=” at the end are missing.</source>
        <translation>缺少末尾的“=”。</translation>
    </message>
    <message>
        <source>The token has the App Certificate where the App ID belongs: the two are swapped.</source>
        <translation>令牌中 App ID 的位置是 App 证书：两者弄反了。</translation>
    </message>
    <message>
        <source>Put them right on the token server, and change the certificate: each such token shows it.</source>
        <translation>请在令牌服务器上更正，并更换证书：每个这样的令牌都会泄露它。</translation>
    </message>
</context>
<context>
    <name>text::Report</name>
    <message>
        <source>Token report (no certificate, no token text, signature cut)</source>
        <translation>令牌报告（不含证书和令牌原文，签名已截短）</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Judged at</source>
        <translation>判断时间</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>已去除</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成者</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>%1 characters, %2 bytes of payload</source>
        <translation>%1 个字符，载荷 %2 字节</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>(at %1)</source>
        <translation>（位置 %1）</translation>
    </message>
</context>
<context>
    <name>text::ServerErrorText</name>
    <message>
        <source>there is no such knob</source>
        <translation>没有这个开关</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>您是指“%1”吗？</translation>
    </message>
    <message>
        <source>“%1” is no value for this knob</source>
        <translation>“%1”不是这个开关的值</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>可用的值：%1。</translation>
    </message>
    <message>
        <source>“%1” is no origin</source>
        <translation>“%1”不是来源（origin）</translation>
    </message>
    <message>
        <source>Write scheme, host and port as the browser does, such as http://localhost:3000 or https://app.example.com; a * is not taken.</source>
        <translation>请像浏览器那样写出协议、主机和端口，例如 http://localhost:3000 或 https://app.example.com；不接受 *。</translation>
    </message>
    <message>
        <source>no access key: it has %1 to %2 visible ASCII characters</source>
        <translation>不是访问密钥：它有 %1 到 %2 个可见的 ASCII 字符</translation>
    </message>
    <message>
        <source>“openssl rand -hex 16” makes a good one.</source>
        <translation>用“openssl rand -hex 16”可以生成一个好的密钥。</translation>
    </message>
    <message>
        <source>the cap lies between 1s and %1</source>
        <translation>上限应在 1s 与 %1 之间</translation>
    </message>
    <message>
        <source>Agora Chat documents no longer lifetime.</source>
        <translation>Agora Chat 文档没有更长的有效期。</translation>
    </message>
    <message>
        <source>There are %1.</source>
        <translation>可用的有 %1。</translation>
    </message>
    <message>
        <source>it cannot be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>Choose a file in a folder that you may write to.</source>
        <translation>请选择您有写权限的文件夹中的文件。</translation>
    </message>
    <message>
        <source>it is no data file of a sandbox</source>
        <translation>它不是沙箱的数据文件</translation>
    </message>
    <message>
        <source>Choose another file: this one has been left as it is.</source>
        <translation>请选择其他文件：此文件未作改动。</translation>
    </message>
    <message>
        <source>it belongs to %1</source>
        <translation>它属于 %1</translation>
    </message>
    <message>
        <source>Start the sandbox for that one, or choose another file.</source>
        <translation>请为该应用启动沙箱，或选择其他文件。</translation>
    </message>
    <message>
        <source>it is damaged: %1</source>
        <translation>它已损坏：%1</translation>
    </message>
    <message>
        <source>Choose another file. This one has been left as it is: “sqlite3 FILE .recover” may save some of it.</source>
        <translation>请选择其他文件。此文件未作改动：“sqlite3 FILE .recover”或许能挽救部分内容。</translation>
    </message>
    <message>
        <source>a newer version of this program made it</source>
        <translation>它由本程序的更新版本创建</translation>
    </message>
    <message>
        <source>Use that version, or choose another file.</source>
        <translation>请使用该版本，或选择其他文件。</translation>
    </message>
    <message>
        <source>it cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>请腾出磁盘空间后重试。</translation>
    </message>
    <message>
        <source>The data file %1</source>
        <translation>数据文件 %1</translation>
    </message>
    <message>
        <source>another program has it open</source>
        <translation>另一个程序正打开着它</translation>
    </message>
    <message>
        <source>Stop that one, such as another sandbox, or choose another file.</source>
        <translation>请停止那个程序（例如另一个沙箱），或选择另一个文件。</translation>
    </message>
</context>
<context>
    <name>text::VaultErrorText</name>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>It was left as it is. Take the backup, or a copy of yours.</source>
        <translation>文件保持原样。请使用备份或您自己的副本。</translation>
    </message>
    <message>
        <source>has format %1, this program reads 1</source>
        <translation>格式为 %1，本程序只能读取 1</translation>
    </message>
    <message>
        <source>It was left as it is. Update this program.</source>
        <translation>文件保持原样。请更新本程序。</translation>
    </message>
    <message>
        <source>opens, but its contents are damaged or made by a faulty version</source>
        <translation>可以打开，但内容已损坏，或由有缺陷的版本写入</translation>
    </message>
    <message>
        <source>It was left as it is. Take the backup.</source>
        <translation>文件保持原样。请使用备份。</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Check the path. If it was deleted, take a backup of it.</source>
        <translation>请检查路径。如已删除，请使用其备份。</translation>
    </message>
    <message>
        <source>is a link that leads nowhere</source>
        <translation>是指向不存在位置的链接</translation>
    </message>
    <message>
        <source>Connect the disk that it leads to, or remove the link.</source>
        <translation>请连接它所指向的磁盘，或删除该链接。</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>Move it away, or choose another path.</source>
        <translation>请将其移走，或选择其他路径。</translation>
    </message>
    <message>
        <source>there is no backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>Look for a copy of your own, or start over: certificates can be copied again from the Agora Console.</source>
        <translation>请查找您自己的副本，或重新开始：证书可以再次从 Agora 控制台复制。</translation>
    </message>
    <message>
        <source>a vault is there already</source>
        <translation>该处已有保险库</translation>
    </message>
    <message>
        <source>another vault stands in its place now</source>
        <translation>该位置现在是另一个保险库</translation>
    </message>
    <message>
        <source>Nothing was written. Export what you have, then open the other one.</source>
        <translation>没有写入任何内容。请先导出现有内容，再打开另一个。</translation>
    </message>
    <message>
        <source>is a vault, but no export of projects</source>
        <translation>是保险库，但不是项目导出文件</translation>
    </message>
    <message>
        <source>Make an export on the page Projects and choose that.</source>
        <translation>请在“项目”页面导出，然后选择该文件。</translation>
    </message>
    <message>
        <source>others could read it (mode %1); now only you can</source>
        <translation>其他人曾可读取它（权限 %1）；现在只有您可以</translation>
    </message>
    <message>
        <source>Nothing is to be done, unless it was shared on purpose.</source>
        <translation>无需处理，除非是有意共享的。</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <translation>密码短语错误</translation>
    </message>
    <message>
        <source>Try again; capitals and blanks count.</source>
        <translation>请重试；注意大小写和空格。</translation>
    </message>
    <message>
        <source>wrong passphrase, or the file was changed on purpose</source>
        <translation>密码短语错误，或文件被有意篡改</translation>
    </message>
    <message>
        <source>Try the recovery file, or a copy of the vault.</source>
        <translation>请使用恢复文件，或保险库的副本。</translation>
    </message>
    <message>
        <source>Try the recovery file, or the backup %1.</source>
        <translation>请使用恢复文件，或备份 %1。</translation>
    </message>
    <message>
        <source>is the key of another vault</source>
        <translation>是另一个保险库的密钥</translation>
    </message>
    <message>
        <source>Choose the key file of this one.</source>
        <translation>请选择此保险库的密钥文件。</translation>
    </message>
    <message>
        <source>the key of the vault was changed since</source>
        <translation>保险库的密钥此后已更改</translation>
    </message>
    <message>
        <source>Use the new passphrase, or a key file that was made after the change.</source>
        <translation>请使用新的密码短语，或更改之后生成的密钥文件。</translation>
    </message>
    <message>
        <source>fits by its name, but opens nothing: the vault or the key file was changed</source>
        <translation>名称相符，但无法打开：保险库或密钥文件被改动过</translation>
    </message>
    <message>
        <source>Use the passphrase, another copy of the key file, or the backup.</source>
        <translation>请使用密码短语、密钥文件的其他副本或备份。</translation>
    </message>
    <message>
        <source>the key in the keychain does not open it</source>
        <translation>钥匙串中的密钥无法打开它</translation>
    </message>
    <message>
        <source>Use the passphrase or the recovery file.</source>
        <translation>请使用密码短语或恢复文件。</translation>
    </message>
    <message>
        <source>this vault has no passphrase</source>
        <translation>此保险库没有密码短语</translation>
    </message>
    <message>
        <source>Open it by the keychain or with its key file.</source>
        <translation>请用钥匙串或其密钥文件打开。</translation>
    </message>
    <message>
        <source>the passphrase is empty</source>
        <translation>密码短语为空</translation>
    </message>
    <message>
        <source>Write one.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>the passphrase is longer than %1</source>
        <translation>密码短语超过 %1</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>the passphrase is not UTF-8</source>
        <translation>密码短语不是 UTF-8</translation>
    </message>
    <message>
        <source>Save the text as UTF-8.</source>
        <translation>请将文本保存为 UTF-8。</translation>
    </message>
    <message>
        <source>the passphrase cannot be checked: that needs %1 MiB of free memory</source>
        <translation>无法校验密码短语：需要 %1 MiB 可用内存</translation>
    </message>
    <message>
        <source>Close other programs and try again. The passphrase was not tried.</source>
        <translation>请关闭其他程序后重试。密码短语尚未校验。</translation>
    </message>
    <message>
        <source>is no key file of this program, or not whole</source>
        <translation>不是本程序的密钥文件，或不完整</translation>
    </message>
    <message>
        <source>Choose another copy of it.</source>
        <translation>请选择它的其他副本。</translation>
    </message>
    <message>
        <source>is there already, and a key file is never written over another</source>
        <translation>已存在，密钥文件绝不会覆盖其他文件</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>the vault is locked</source>
        <translation>保险库已锁定</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>请先解锁。</translation>
    </message>
    <message>
        <source>the vault is being saved</source>
        <translation>正在保存保险库</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>the vault keeps no “%1” for this project</source>
        <translation>保险库中没有此项目的“%1”</translation>
    </message>
    <message>
        <source>Enter it on the page Projects.</source>
        <translation>请在“项目”页面输入。</translation>
    </message>
    <message>
        <source>the vault cannot hold more than %1</source>
        <translation>保险库最多容纳 %1</translation>
    </message>
    <message>
        <source>Remove projects that are not needed.</source>
        <translation>请删除不需要的项目。</translation>
    </message>
    <message>
        <source>has %1, a secret can have %2</source>
        <translation>有 %1，单个机密最多 %2</translation>
    </message>
    <message>
        <source>Check what was pasted.</source>
        <translation>请检查粘贴的内容。</translation>
    </message>
    <message>
        <source>was changed by another program since it was read</source>
        <translation>读取之后已被另一个程序更改</translation>
    </message>
    <message>
        <source>Nothing was written and your change is kept. Reload, then save again.</source>
        <translation>没有写入任何内容，您的更改仍保留。请重新加载后再保存。</translation>
    </message>
    <message>
        <source>another program is saving the vault</source>
        <translation>另一个程序正在保存保险库</translation>
    </message>
    <message>
        <source>Your change is kept. Try again; close the other window if it hangs.</source>
        <translation>您的更改仍保留。请重试；如果另一个窗口无响应，请将其关闭。</translation>
    </message>
    <message>
        <source>what was encrypted could not be opened again, so it was not written</source>
        <translation>加密后的内容无法再次打开，因此没有写入</translation>
    </message>
    <message>
        <source>Your change is kept. Restart the program; if it comes again, test the computer&apos;s memory.</source>
        <translation>您的更改仍保留。请重启程序；如再次出现，请检测本机内存。</translation>
    </message>
    <message>
        <source>no keychain answers (%1)</source>
        <translation>没有钥匙串应答（%1）</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>is locked, or has no entry for this vault</source>
        <translation>已锁定，或没有此保险库的条目</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again, or use the passphrase or the recovery file.</source>
        <translation>请解锁密钥环后重试，或使用密码短语或恢复文件。</translation>
    </message>
    <message>
        <source>refused (%1)</source>
        <translation>拒绝（%1）</translation>
    </message>
    <message>
        <source>Unlock the keyring and try again, or choose another way.</source>
        <translation>请解锁密钥环后重试，或选择其他方式。</translation>
    </message>
    <message>
        <source>did not answer within %1 s</source>
        <translation>%1 秒内没有应答</translation>
    </message>
    <message>
        <source>Open it, choose another path, or set it aside: “chat-token vault init --set-old-aside”.</source>
        <translation>请打开它、选择其他路径，或把它搁置：“chat-token vault init --set-old-aside”。</translation>
    </message>
    <message>
        <source>the passphrase is too easy to guess</source>
        <translation>口令太容易猜到</translation>
    </message>
    <message>
        <source>Take four words or more picked at random, or a longer text without a pattern.</source>
        <translation>请随机选取四个以上的词，或使用更长且没有规律的文字。</translation>
    </message>
    <message>
        <source>is an older copy: number %1, last seen was %2</source>
        <translation>是较旧的副本：编号 %1，上次见到的是 %2</translation>
    </message>
    <message>
        <source>Nothing is to be done if it was taken from a backup.</source>
        <translation>如果它取自备份，则无需处理。</translation>
    </message>
    <message>
        <source>the system does not let memory be kept out of swap (ulimit -l): what is in the vault may be written there while it is open</source>
        <translation>系统不允许把内存排除在交换区之外（ulimit -l）：保险库打开期间，其中的内容可能被写入交换区</translation>
    </message>
    <message>
        <source>Raise that limit, or encrypt the swap.</source>
        <translation>请提高该限制，或加密交换区。</translation>
    </message>
</context>
<context>
    <name>text::VaultText</name>
    <message>
        <source>None yet: there is nothing to keep.</source>
        <translation>还没有：没有需要保存的内容。</translation>
    </message>
    <message>
        <source>The vault is gone, a backup is there</source>
        <translation>保险库已丢失，但有备份</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Open, with changes that could not be saved</source>
        <translation>已打开，有更改未能保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>a passphrase, by Argon2id (3 passes over 256 MiB)</source>
        <translation>口令，经 Argon2id（256 MiB，3 轮）</translation>
    </message>
    <message>
        <source>a passphrase, by Argon2id (3 passes over 64 MiB: memory was short)</source>
        <translation>口令，经 Argon2id（64 MiB，3 轮：当时内存不足）</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain: as safe as your login</source>
        <translation>桌面的密钥环：与登录同样安全</translation>
    </message>
    <message>
        <source>%1; the desktop&apos;s keychain has a copy</source>
        <translation>%1；桌面的密钥环有一份副本</translation>
    </message>
    <message>
        <source>XChaCha20-Poly1305, the whole header authenticated</source>
        <translation>XChaCha20-Poly1305，整个文件头都经过认证</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About Chat Token Console</source>
        <translation>关于 Chat Token Console</translation>
    </message>
    <message>
        <source>Chat Token Console %1</source>
        <translation>Chat Token Console %1</translation>
    </message>
    <message>
        <source>An unofficial tool for developers of Agora Chat: not made or endorsed by Agora.</source>
        <translation>面向 Agora Chat 开发者的非官方工具：并非由 Agora 制作或认可。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>What it is made with, and the licences of that</source>
        <translation>所用的组件及其许可证</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制用于报告</translation>
    </message>
    <message>
        <source>Versions, system and folder; no secret and no project</source>
        <translation>版本、系统和文件夹；不含机密和项目</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ui::ActivityModel</name>
    <message>
        <source>somebody</source>
        <translation>未知用户</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>发往 %1</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>
(only the first %1 bytes were kept)</source>
        <translation>
（只保留了前 %1 个字节）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Took, size</source>
        <translation>耗时、大小</translation>
    </message>
</context>
<context>
    <name>ui::ActivityPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Select a row to read what it says.</source>
        <translation>选择一行以查看其内容。</translation>
    </message>
    <message>
        <source>Requests and frames</source>
        <translation>请求与帧</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>暂停列表</translation>
    </message>
    <message>
        <source>The list stays as it is, and what comes meanwhile is not kept.</source>
        <translation>列表保持不变，期间到来的内容不会保留。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>requests %1 · frames %2</source>
        <translation>请求 %1 · 帧 %2</translation>
    </message>
</context>
<context>
    <name>ui::AddressPane</name>
    <message>
        <source>REST URL</source>
        <translation>REST 地址</translation>
    </message>
    <message>
        <source>WebSocket URL</source>
        <translation>WebSocket 地址</translation>
    </message>
    <message>
        <source>App Key</source>
        <translation>App Key</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App ID</translation>
    </message>
    <message>
        <source>Copy JavaScript</source>
        <translation>复制 JavaScript</translation>
    </message>
    <message>
        <source>Copy JavaScript that points the SDK here</source>
        <translation>复制让 SDK 连接到此处的 JavaScript</translation>
    </message>
    <message>
        <source>JavaScript copied.</source>
        <translation>已复制 JavaScript。</translation>
    </message>
    <message>
        <source>Start the sandbox to get one.</source>
        <translation>启动沙箱后显示。</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>%1 copied.</source>
        <translation>已复制%1。</translation>
    </message>
</context>
<context>
    <name>ui::AnswerForm</name>
    <message>
        <source>Last answer of REST</source>
        <translation>REST 页的最近应答</translation>
    </message>
    <message>
        <source>Take the last answer of the page REST</source>
        <translation>取 REST 页的最近一次应答</translation>
    </message>
    <message>
        <source>With the token that was sent and the endpoint that was called.</source>
        <translation>连同发送的 token 和调用的接口。</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>401; empty: no answer known</source>
        <translation>如 401；留空表示没有应答</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>应答正文</translation>
    </message>
    <message>
        <source>Its Date header</source>
        <translation>应答的 Date 头</translation>
    </message>
    <message>
        <source>A status has three digits, such as 401.</source>
        <translation>状态码为三位数字，例如 401。</translation>
    </message>
    <message>
        <source>An HTTP date looks like “Tue, 24 Nov 2026 09:30:00 GMT”.</source>
        <translation>HTTP 日期形如“Tue, 24 Nov 2026 09:30:00 GMT”。</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>ui::ByteMapPanel</name>
    <message>
        <source>Token text</source>
        <translation>token 文本</translation>
    </message>
    <message>
        <source>Bytes of the payload</source>
        <translation>载荷的字节</translation>
    </message>
    <message>
        <source>Fields with their bytes</source>
        <translation>字段及其字节</translation>
    </message>
    <message>
        <source>Nothing here that has bytes: paste a token.</source>
        <translation>这里没有可显示的字节：请粘贴 token。</translation>
    </message>
    <message>
        <source>%1 bytes of payload from %2 characters. Select a field, a byte or a character: the other two are marked.</source>
        <translation>%2 个字符，载荷 %1 字节。选择字段、字节或字符，另外两处会同时标出。</translation>
    </message>
    <message>
        <source>The first %1 bytes are shown.</source>
        <translation>只显示前 %1 字节。</translation>
    </message>
    <message>
        <source>%1 = %2: bytes %3, %4.</source>
        <translation>%1 = %2：字节 %3，%4。</translation>
    </message>
    <message>
        <source>In the text: characters %1–%2.</source>
        <translation>在文本中：第 %1–%2 个字符。</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a command, a page or an endpoint</source>
        <translation>输入命令、页面或接口</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Write less of the word, or another one: a page (mint), a setting (dark), an endpoint (create group) or its path (/users). Enter looks it up in the manual.</source>
        <translation>没有找到“%1”。请少写几个字，或换一个词：页面（生成）、设置（深色）、接口（create group）或其路径（/users）。按 Enter 在手册中查找。</translation>
    </message>
</context>
<context>
    <name>ui::ComparePanel</name>
    <message>
        <source>Token to compare with</source>
        <translation>要比较的 token</translation>
    </message>
    <message>
        <source>Paste the other token here; the one above is on the left.</source>
        <translation>在此粘贴另一个 token；上面的 token 为左侧。</translation>
    </message>
    <message>
        <source>Fields compared</source>
        <translation>字段比较</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Bytes compared</source>
        <translation>字节比较</translation>
    </message>
    <message>
        <source>Are</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Left bytes</source>
        <translation>左侧位置</translation>
    </message>
    <message>
        <source>Right bytes</source>
        <translation>右侧位置</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>By field</source>
        <translation>按字段</translation>
    </message>
    <message>
        <source>By byte</source>
        <translation>按字节</translation>
    </message>
    <message>
        <source>Two tokens are needed: one above, one here.</source>
        <translation>需要两个 token：上面一个，这里一个。</translation>
    </message>
    <message>
        <source>The token above: %1</source>
        <translation>上面的 token：%1</translation>
    </message>
    <message>
        <source>The other one: %1</source>
        <translation>另一个：%1</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>仅左侧</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>仅右侧</translation>
    </message>
    <message>
        <source>Compared with another token: %1</source>
        <translation>与另一个 token 比较：%1</translation>
    </message>
    <message>
        <source>Too large to be compared here: more than %1 bytes of payload.</source>
        <translation>过大，无法在此比较：载荷超过 %1 字节。</translation>
    </message>
    <message>
        <source>“chat-token compare” compares what is larger.</source>
        <translation>更大的令牌可用“chat-token compare”比较。</translation>
    </message>
</context>
<context>
    <name>ui::Countdown</name>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Valid, %1 left</source>
        <translation>有效，剩余 %1</translation>
    </message>
    <message>
        <source>Expiring soon, %1 left</source>
        <translation>即将过期，剩余 %1</translation>
    </message>
    <message>
        <source>Expired just now</source>
        <translation>刚刚过期</translation>
    </message>
    <message>
        <source>Expired %1 ago</source>
        <translation>已过期 %1</translation>
    </message>
</context>
<context>
    <name>ui::Editor</name>
    <message>
        <source>Added alice (password alice-sample), bob (password bob-sample), the group team and three messages.</source>
        <translation>已添加 alice（密码 alice-sample）、bob（密码 bob-sample）、群组 team 和三条消息。</translation>
    </message>
    <message>
        <source>The sandbox is empty.</source>
        <translation>沙箱已清空。</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentEditor</name>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>添加环境</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove environment</source>
        <translation>移除环境</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>环境名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>such as staging</source>
        <translation>例如 staging</translation>
    </message>
    <message>
        <source>user = alice
One line each. {{user}} in a call of this project stands for the value.</source>
        <translation>user = alice
每行一个。此项目的调用中，{{user}} 代表该值。</translation>
    </message>
</context>
<context>
    <name>ui::FieldModel</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>number of %1 bits, little-endian</source>
        <translation>%1 位整数，小端序</translation>
    </message>
    <message>
        <source>number of %1 bits with a sign, little-endian</source>
        <translation>%1 位有符号整数，小端序</translation>
    </message>
    <message>
        <source>length of what follows, %1 bits, little-endian</source>
        <translation>后续内容的长度，%1 位，小端序</translation>
    </message>
    <message>
        <source>count of what follows, %1 bits, little-endian</source>
        <translation>后续条目数，%1 位，小端序</translation>
    </message>
    <message numerus="yes">
        <source>text, UTF-8, %n byte(s)</source>
        <translation>
            <numerusform>文本，UTF-8，%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) as they are</source>
        <translation>
            <numerusform>%n 字节原始数据</numerusform>
        </translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>编码方式</translation>
    </message>
</context>
<context>
    <name>ui::FileField</name>
    <message>
        <source>Choose a file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择……</translation>
    </message>
    <message>
        <source>path of a file; or drop one here</source>
        <translation>文件路径；也可将文件拖放到此处</translation>
    </message>
</context>
<context>
    <name>ui::HomePage</name>
    <message>
        <source>Chat Token Console</source>
        <translation>Chat Token 控制台</translation>
    </message>
    <message>
        <source>Create a user in three keys</source>
        <translation>三次按键创建一个用户</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the first steps</source>
        <translation>隐藏入门步骤</translation>
    </message>
    <message>
        <source>The sandbox is an Agora Chat inside this program: tokens are checked for real, nothing leaves this computer.</source>
        <translation>沙箱是本程序内置的 Agora Chat：真实校验 token，任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>mints an app token of the sandbox project</source>
        <translation>生成沙箱项目的 App token</translation>
    </message>
    <message>
        <source>takes it to the REST page, where “Register one user” is ready with user alice</source>
        <translation>带到 REST 页面，“Register one user” 已填好用户 alice</translation>
    </message>
    <message>
        <source>sends the request: the answer is 200, with the new user in it</source>
        <translation>发送请求：返回 200，其中包含新用户</translation>
    </message>
    <message>
        <source>Mint an app token</source>
        <translation>生成 App token</translation>
    </message>
    <message>
        <source>Use it for REST</source>
        <translation>用于 REST</translation>
    </message>
    <message>
        <source>Paste anything</source>
        <translation>粘贴任意内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open what was pasted</source>
        <translation>打开粘贴的内容</translation>
    </message>
    <message>
        <source>Tokens of this session</source>
        <translation>本次会话的 token</translation>
    </message>
    <message>
        <source>None yet. Mint one with Ctrl+Enter here, or on the page Mint (Alt+2). Tokens are kept in memory only and are gone when the program ends.</source>
        <translation>还没有。在此按 Ctrl+Enter，或到“生成”页面（Alt+2）生成。token 只保存在内存中，程序退出后即消失。</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>复制 token</translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation>token 已复制。</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Mint again</source>
        <translation>再次生成</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>App token minted. Ctrl+Shift+U takes it to the REST page.</source>
        <translation>App token 已生成。按 Ctrl+Shift+U 带到 REST 页面。</translation>
    </message>
    <message>
        <source>Paste something first.</source>
        <translation>请先粘贴内容。</translation>
    </message>
    <message>
        <source>A token, a curl line, headers, an error&apos;s body, an App ID, or a project&apos;s data from the Agora Console</source>
        <translation>token、curl 命令、请求头、错误应答正文、App ID，或 Agora 控制台中的项目数据</translation>
    </message>
    <message>
        <source>This is an App Certificate, a secret. It was taken out of the box.</source>
        <translation>这是 App Certificate，属于机密，已从输入框中移除。</translation>
    </message>
    <message>
        <source>It belongs to its project on the page Projects. Clear it from the clipboard.</source>
        <translation>请在“项目”页把它存入所属项目，并清除剪贴板。</translation>
    </message>
    <message>
        <source>Taken as an App ID. A certificate looks the same: if it is one, put it into its own field.</source>
        <translation>已当作 App ID。证书的样子与它相同：如果这是证书，请放入证书一栏。</translation>
    </message>
</context>
<context>
    <name>ui::HostCheck</name>
    <message>
        <source>Asking %1...</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>%1 takes the project&apos;s app token.</source>
        <translation>%1 接受该项目的 app token。</translation>
    </message>
    <message>
        <source>%1 answers %2 %3</source>
        <translation>%1 返回 %2 %3</translation>
    </message>
    <message>
        <source>The documents do not know this answer: is it the right host?</source>
        <translation>文档中没有这个响应：主机是否正确？</translation>
    </message>
</context>
<context>
    <name>ui::ImportBox</name>
    <message>
        <source>Passphrase of the export</source>
        <translation>导出文件的口令</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>This export holds certificates</source>
        <translation>此导出文件含有证书</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“%1” is encrypted under a passphrase of its own. Its certificates are kept here where yours are.</source>
        <translation>“%1”用它自己的口令加密。其中的证书将与您的证书保存在一处。</translation>
    </message>
    <message>
        <source>Opening...</source>
        <translation>正在打开...</translation>
    </message>
</context>
<context>
    <name>ui::InspectPage</name>
    <message>
        <source>Inspect a token</source>
        <translation>检查 token</translation>
    </message>
    <message>
        <source>Token to inspect</source>
        <translation>要检查的 token</translation>
    </message>
    <message>
        <source>Paste a token, a curl line, a header, JSON ... whatever is around the token is taken off.</source>
        <translation>粘贴 token、curl 命令、请求头、JSON……token 周围的内容会自动去掉。</translation>
    </message>
    <message>
        <source>Nothing pasted yet.</source>
        <translation>尚未粘贴内容。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V pastes and inspects from any page. Nothing that you paste leaves this computer.</source>
        <translation>在任何页面按 Ctrl+Shift+V 即可粘贴并检查。粘贴的内容不会离开本机。</translation>
    </message>
    <message>
        <source>Valid: signed with the certificate of the project “%1”.</source>
        <translation>有效：由项目“%1”的证书签名。</translation>
    </message>
    <message>
        <source>Readable and not expired; the signature was not checked.</source>
        <translation>可读且未过期；未校验签名。</translation>
    </message>
    <message>
        <source>Tokens of this version are read, not verified, without the channel and user they are for.</source>
        <translation>此版本的 token 只能读取；不知道其频道和用户就无法校验。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>App ID %1</source>
        <translation>App ID %1</translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation>签发于 %1</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>A text for a ticket: no certificate, the signature cut, no token in it.</source>
        <translation>可附在工单中的文本：不含证书和 token，签名已截短。</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>保存报告...</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Report copied. Neither token nor certificate is in it.</source>
        <translation>报告已复制，其中不含 token 和证书。</translation>
    </message>
    <message>
        <source>Views of the token</source>
        <translation>token 的各种视图</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Mint again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>为何被拒</translation>
    </message>
    <message>
        <source>Valid: signed with the previous certificate of the project “%1”.</source>
        <translation>有效：由项目“%1”的旧证书签名。</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>到期 %1</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, previous certificate</source>
        <translation>%1，旧证书</translation>
    </message>
    <message>
        <source>%1, primary certificate</source>
        <translation>%1，主证书</translation>
    </message>
</context>
<context>
    <name>ui::KeepChoice</name>
    <message>
        <source>In the vault, under a passphrase</source>
        <translation>保存在保险库中，用口令保护</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>仅在本次会话中</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Keep the certificate</source>
        <translation>保存证书</translation>
    </message>
    <message>
        <source>Where shall the certificate be kept?</source>
        <translation>证书保存在哪里？</translation>
    </message>
    <message>
        <source>Whoever has it can mint any token of the project. It is never written in plain text. This is asked once; Security changes it.</source>
        <translation>拿到它的人可以生成该项目的任何 Token。它绝不会以明文写入磁盘。此问题只问一次，之后可在“安全”中更改。</translation>
    </message>
    <message>
        <source>Encrypted; the passphrase opens it, and nobody can open it without. If you lose it, the certificate can be copied again from the Agora Console.</source>
        <translation>已加密；只有口令能打开，别无他法。若忘记口令，可从 Agora 控制台重新复制证书。</translation>
    </message>
    <message>
        <source>In memory until the program ends, and asked for again after that.</source>
        <translation>保留在内存中直到程序退出，之后需要重新输入。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Making the key...</source>
        <translation>正在生成密钥……</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>In the vault, opened by the desktop&apos;s keychain</source>
        <translation>保存在保险库中，由桌面的密钥环打开</translation>
    </message>
    <message>
        <source>Encrypted; the keychain opens it without asking you. As safe as your login: a keyring without a password protects nothing.</source>
        <translation>已加密；密钥环会直接打开它，不再询问您。与登录同样安全：没有密码的密钥环起不到保护作用。</translation>
    </message>
</context>
<context>
    <name>ui::KnobPanel</name>
    <message>
        <source>Tokens handed out</source>
        <translation>发放的令牌</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>按请求</translation>
    </message>
    <message>
        <source>of the other kind</source>
        <translation>另一种类型</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>signed with another certificate</source>
        <translation>用另一证书签名</translation>
    </message>
    <message>
        <source>for another user</source>
        <translation>属于另一用户</translation>
    </message>
    <message>
        <source>Their lifetime</source>
        <translation>令牌的有效期</translation>
    </message>
    <message>
        <source>as asked for; 10s, 5m</source>
        <translation>按请求；10s、5m</translation>
    </message>
    <message>
        <source>Delay of every answer</source>
        <translation>每次回应的延迟</translation>
    </message>
    <message>
        <source>none; 2s, 300ms</source>
        <translation>无；2s、300ms</translation>
    </message>
    <message>
        <source>Requests that fail</source>
        <translation>失败的请求</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>With the status</source>
        <translation>失败的状态码</translation>
    </message>
    <message>
        <source>500; alone it is every answer</source>
        <translation>500；单独填写时用于每次回应</translation>
    </message>
</context>
<context>
    <name>ui::LockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Use a key file...</source>
        <translation>使用密钥文件……</translation>
    </message>
    <message>
        <source>Use a key file</source>
        <translation>使用密钥文件</translation>
    </message>
    <message>
        <source>Use the backup</source>
        <translation>使用备份</translation>
    </message>
    <message>
        <source>Use the sandbox meanwhile</source>
        <translation>暂时使用沙箱</translation>
    </message>
    <message>
        <source>The vault cannot be opened</source>
        <translation>无法打开保险库</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>The vault is gone, but its backup is there.</source>
        <translation>保险库不见了，但备份还在。</translation>
    </message>
    <message>
        <source>The certificates are in the vault. Its passphrase opens it; there is no other way in but a key file.</source>
        <translation>证书在保险库中。用口令打开；除密钥文件外没有别的办法。</translation>
    </message>
    <message>
        <source>This vault has no passphrase: a key file opens it.</source>
        <translation>此保险库没有口令：用密钥文件打开。</translation>
    </message>
    <message>
        <source>There is no vault: this hides what is on the screen and protects nothing. Certificates are held for this session.</source>
        <translation>没有保险库：这只是遮住屏幕内容，起不到保护作用。证书仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>Unlocking...</source>
        <translation>正在解锁……</translation>
    </message>
    <message>
        <source>Saved %1, number %2</source>
        <translation>保存于 %1，第 %2 版</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Ask the keychain</source>
        <translation>询问密钥环</translation>
    </message>
    <message>
        <source>The certificates are in the vault. Its passphrase opens it, or the keychain, or a key file.</source>
        <translation>证书在保险库中，可用口令、密钥环或密钥文件打开。</translation>
    </message>
    <message>
        <source>This vault has no passphrase: the keychain opens it. It is asked, not you, so that this protects nothing from whoever sits at your desktop.</source>
        <translation>此保险库没有口令：由密钥环打开。被询问的是密钥环而不是您，因此对坐在您桌面前的人起不到保护作用。</translation>
    </message>
    <message>
        <source>Asking the keychain...</source>
        <translation>正在询问密钥环...</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. It may be waiting for its own password; the other ways in can be used meanwhile.</source>
        <translation>密钥环还没有回应，可能在等待它自己的密码；在此期间可用其他方式打开。</translation>
    </message>
    <message>
        <source>Passphrase lost...</source>
        <translation>口令丢失……</translation>
    </message>
    <message>
        <source>Passphrase lost</source>
        <translation>口令丢失</translation>
    </message>
    <message>
        <source>No key left...</source>
        <translation>没有密钥了……</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>Shows the page %1.</source>
        <translation>显示“%1”页面。</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Finds a command, a page or an endpoint by its name.</source>
        <translation>按名称查找命令、页面或接口。</translation>
    </message>
    <message>
        <source>Run: mint, inspect or send</source>
        <translation>执行：生成、检查或发送</translation>
    </message>
    <message>
        <source>Does the main thing of the page.</source>
        <translation>执行本页的主要操作。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ends the request that is on its way.</source>
        <translation>终止正在进行的请求。</translation>
    </message>
    <message>
        <source>Paste and inspect</source>
        <translation>粘贴并检查</translation>
    </message>
    <message>
        <source>Takes the clipboard&apos;s text to the inspector, from any page.</source>
        <translation>在任何页面把剪贴板文本送去检查。</translation>
    </message>
    <message>
        <source>Mint a user token</source>
        <translation>生成用户 token</translation>
    </message>
    <message>
        <source>Opens Mint for a token that lets a user sign in.</source>
        <translation>打开“生成”页面，用于用户登录的 token。</translation>
    </message>
    <message>
        <source>Mint an app token</source>
        <translation>生成 App token</translation>
    </message>
    <message>
        <source>Opens Mint for a token that serves REST calls.</source>
        <translation>打开“生成”页面，用于 REST 调用的 token。</translation>
    </message>
    <message>
        <source>Copy the newest token</source>
        <translation>复制最新的 token</translation>
    </message>
    <message>
        <source>Copies it and clears the clipboard after a while.</source>
        <translation>复制后过一段时间清除剪贴板。</translation>
    </message>
    <message>
        <source>Use the newest token for REST</source>
        <translation>将最新的 token 用于 REST</translation>
    </message>
    <message>
        <source>Takes it to the REST page as the token of the next calls.</source>
        <translation>带到 REST 页面，供后续调用使用。</translation>
    </message>
    <message>
        <source>Show the first steps</source>
        <translation>显示入门步骤</translation>
    </message>
    <message>
        <source>Brings back the card with the three keys on Home.</source>
        <translation>在首页重新显示三次按键的卡片。</translation>
    </message>
    <message>
        <source>Switch project</source>
        <translation>切换项目</translation>
    </message>
    <message>
        <source>Opens the list of projects in the top bar.</source>
        <translation>打开顶栏的项目列表。</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Moves the focus from navigation to page to top bar.</source>
        <translation>焦点从导航移到页面，再到顶栏。</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>Moves the focus the other way round.</source>
        <translation>焦点反向移动。</translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation>立即清除剪贴板</translation>
    </message>
    <message>
        <source>Takes a copied token out of the clipboard.</source>
        <translation>从剪贴板移除复制的 token。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Ends the program.</source>
        <translation>结束程序。</translation>
    </message>
    <message>
        <source>Chat Token Console</source>
        <translation>Chat Token 控制台</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Use project %1</source>
        <translation>使用项目 %1</translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation>token 已复制。</translation>
    </message>
    <message>
        <source>No token has been minted yet: press Ctrl+Enter on Mint.</source>
        <translation>尚未生成 token：请在“生成”页面按 Ctrl+Enter。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Locks the vault and hides tokens and certificates.</source>
        <translation>锁定保险库，隐藏 Token 和证书。</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>Hides tokens and certificates while you share the screen; again to end it.</source>
        <translation>共享屏幕时隐藏 Token 和证书；再按一次结束。</translation>
    </message>
    <message>
        <source>Presenter mode: secrets are hidden.</source>
        <translation>演示模式：机密已隐藏。</translation>
    </message>
    <message>
        <source>Presenter mode has ended.</source>
        <translation>演示模式已结束。</translation>
    </message>
    <message>
        <source>Switch environment</source>
        <translation>切换环境</translation>
    </message>
    <message>
        <source>Opens the list of the project&apos;s environments in the top bar.</source>
        <translation>打开顶栏中的项目环境列表。</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>令牌服务</translation>
    </message>
    <message>
        <source>What was copied is still in the clipboard: the desktop did not let it be cleared. Copy something else.</source>
        <translation>复制的内容仍在剪贴板中：桌面不允许清除它。请复制其他内容。</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>start tokens minted countdown paste</source>
        <translation>首页 开始 token 倒计时 粘贴</translation>
    </message>
    <message>
        <source>create generate token sign</source>
        <translation>创建 签发 签名 令牌</translation>
    </message>
    <message>
        <source>decode verify token why refused compare bytes</source>
        <translation>解码 验证 令牌 拒绝 原因 比较 字节</translation>
    </message>
    <message>
        <source>call request endpoint api http send</source>
        <translation>调用 请求 接口 发送</translation>
    </message>
    <message>
        <source>token server local log requests snippet</source>
        <translation>令牌 服务器 本地 日志 请求 代码片段</translation>
    </message>
    <message>
        <source>offline users groups rooms log activity frames knobs</source>
        <translation>离线 用户 群组 聊天室 日志 活动 帧 旋钮</translation>
    </message>
    <message>
        <source>vault security certificate app id passphrase credentials export import</source>
        <translation>保险库 安全 证书 口令 凭据 导出 导入</translation>
    </message>
    <message>
        <source>preferences options theme language dark light lock timeout deadline</source>
        <translation>偏好 选项 主题 语言 深色 浅色 锁定 超时</translation>
    </message>
    <message>
        <source>The old vault is kept as %1. Enter the certificates again.</source>
        <translation>旧的保险库保留为 %1。请重新填写证书。</translation>
    </message>
    <message>
        <source>Copied; the clipboard is cleared again.</source>
        <translation>已复制；稍后会清除剪贴板。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>search find command menu</source>
        <translation>搜索 查找 命令 菜单</translation>
    </message>
    <message>
        <source>Window and help</source>
        <translation>窗口与帮助</translation>
    </message>
    <message>
        <source>send go execute mint inspect main button</source>
        <translation>发送 执行 生成 检查 主要 按钮</translation>
    </message>
    <message>
        <source>Work on a page</source>
        <translation>页面操作</translation>
    </message>
    <message>
        <source>stop abort escape</source>
        <translation>停止 中止</translation>
    </message>
    <message>
        <source>clipboard decode check token verify</source>
        <translation>剪贴板 解码 检查 令牌 验证</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>create generate user token sign in</source>
        <translation>创建 用户 令牌 登录</translation>
    </message>
    <message>
        <source>create generate app token rest</source>
        <translation>创建 应用 令牌</translation>
    </message>
    <message>
        <source>clipboard newest last token</source>
        <translation>剪贴板 最新 令牌</translation>
    </message>
    <message>
        <source>bearer authorization call newest token</source>
        <translation>授权 调用 最新 令牌</translation>
    </message>
    <message>
        <source>tour welcome start guide onboarding</source>
        <translation>导览 欢迎 开始 指南</translation>
    </message>
    <message>
        <source>choose account app id credentials</source>
        <translation>选择 账号 凭据</translation>
    </message>
    <message>
        <source>Project and security</source>
        <translation>项目与安全</translation>
    </message>
    <message>
        <source>variables staging stage</source>
        <translation>变量 预发布</translation>
    </message>
    <message>
        <source>focus pane keyboard</source>
        <translation>焦点 区域 键盘</translation>
    </message>
    <message>
        <source>focus pane keyboard back</source>
        <translation>焦点 区域 键盘 返回</translation>
    </message>
    <message>
        <source>wipe forget copied secret</source>
        <translation>擦除 忘记 复制 机密</translation>
    </message>
    <message>
        <source>vault hide secure passphrase logout</source>
        <translation>保险库 隐藏 安全 口令 退出</translation>
    </message>
    <message>
        <source>screen share hide privacy mask demo</source>
        <translation>屏幕 共享 隐藏 隐私 演示</translation>
    </message>
    <message>
        <source>exit close end</source>
        <translation>退出 关闭</translation>
    </message>
    <message>
        <source>Changes the colours of the window.</source>
        <translation>更改窗口的颜色。</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>theme light colour color appearance bright day</source>
        <translation>主题 浅色 颜色 外观 明亮</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>theme dark colour color appearance night black</source>
        <translation>主题 深色 颜色 外观 夜间 黑色</translation>
    </message>
    <message>
        <source>Theme of the desktop</source>
        <translation>跟随桌面的主题</translation>
    </message>
    <message>
        <source>theme system desktop colour color appearance automatic</source>
        <translation>主题 系统 桌面 颜色 外观 自动</translation>
    </message>
    <message>
        <source>Changes the language of the window.</source>
        <translation>更改窗口的语言。</translation>
    </message>
    <message>
        <source>language english chinese translation locale</source>
        <translation>语言 英文 中文 翻译</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Opens the manual at the chapter of this page.</source>
        <translation>打开手册中本页面的章节。</translation>
    </message>
    <message>
        <source>help documentation guide how explain</source>
        <translation>帮助 文档 指南 说明</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Lists every key of the window.</source>
        <translation>列出窗口的所有按键。</translation>
    </message>
    <message>
        <source>help keys hotkeys keyboard shortcut</source>
        <translation>帮助 按键 热键 键盘</translation>
    </message>
    <message>
        <source>About Chat Token Console</source>
        <translation>关于 Chat Token Console</translation>
    </message>
    <message>
        <source>Version, licences, and where the data lies.</source>
        <translation>版本、许可证以及数据所在位置。</translation>
    </message>
    <message>
        <source>help version licence license report bug data folder</source>
        <translation>帮助 版本 许可证 报告 错误 数据 文件夹</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the folder of the manual in this language: en or zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>语言：English</translation>
    </message>
    <message>
        <source>Language: 简体中文 (Chinese)</source>
        <translation>语言：简体中文</translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation>不保存就退出？</translation>
    </message>
    <message numerus="yes">
        <source>What was entered for %n project(s) is not saved. Unlock to save it.</source>
        <translation>
            <numerusform>为 %n 个项目输入的内容尚未保存。请解锁后保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed and not saved: %1.</source>
        <translation>已更改但未保存：%1。</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>不保存就退出</translation>
    </message>
</context>
<context>
    <name>ui::ManualWindow</name>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>手册正文</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the manual (Ctrl+F)</source>
        <translation>搜索手册（Ctrl+F）</translation>
    </message>
    <message>
        <source>Nothing in the manual has all of these words. Write fewer, or clear the field for the list of chapters.</source>
        <translation>手册中没有包含所有这些词的内容。请少写几个，或清空此框以查看章节列表。</translation>
    </message>
</context>
<context>
    <name>ui::MessagesPane</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>command</source>
        <translation>透传</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>合并转发</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>From: a user ID</source>
        <translation>发送方用户 ID</translation>
    </message>
    <message>
        <source>To: user, group, room</source>
        <translation>用户、群组或聊天室</translation>
    </message>
    <message>
        <source>A user ID, or the name or ID of a group or chat room</source>
        <translation>用户 ID，或者群组、聊天室的名称或 ID</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Message recalled.</source>
        <translation>已撤回消息。</translation>
    </message>
    <message>
        <source>Message sent.</source>
        <translation>已发送消息。</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message numerus="yes">
        <source>waits for %n</source>
        <comment>users</comment>
        <translation>
            <numerusform>等待 %n 人接收</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MintPage</name>
    <message>
        <source>Mint a Chat token</source>
        <translation>生成 Chat token</translation>
    </message>
    <message>
        <source>Token type</source>
        <translation>Token 类型</translation>
    </message>
    <message>
        <source>Chat user token</source>
        <translation>Chat 用户 token</translation>
    </message>
    <message>
        <source>Chat app token</source>
        <translation>Chat App token</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>user ID or UUID, such as alice</source>
        <translation>用户 ID 或 UUID，例如 alice</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Expiry given as</source>
        <translation>过期方式</translation>
    </message>
    <message>
        <source>after a time</source>
        <translation>经过时长</translation>
    </message>
    <message>
        <source>at a date</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>有效时长</translation>
    </message>
    <message>
        <source>3600, 90s, 1h30m or 24h</source>
        <translation>3600、90s、1h30m 或 24h</translation>
    </message>
    <message>
        <source>Seconds, or a length of time such as 1h30m.</source>
        <translation>秒数，或 1h30m 这样的时长。</translation>
    </message>
    <message>
        <source>Expires at</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>有效时长 %1</translation>
    </message>
    <message>
        <source>Salt and issue time</source>
        <translation>Salt 与签发时间</translation>
    </message>
    <message>
        <source>Mint token</source>
        <translation>生成 token</translation>
    </message>
    <message>
        <source>New salt and issue time, and the token goes on Home&apos;s list (Ctrl+Enter)</source>
        <translation>使用新的 Salt 和签发时间，token 会进入首页列表（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Salt</translation>
    </message>
    <message>
        <source>Keep this salt when minting</source>
        <translation>生成时保留此 Salt</translation>
    </message>
    <message>
        <source>Issue time</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Keep this issue time when minting</source>
        <translation>生成时保留此签发时间</translation>
    </message>
    <message>
        <source>Unix seconds, or ISO 8601 such as 2026-11-24T09:30:00Z</source>
        <translation>Unix 秒数，或 ISO 8601，例如 2026-11-24T09:30:00Z</translation>
    </message>
    <message>
        <source>The same inputs give the same token. Pinned values are kept when you mint.</source>
        <translation>相同的输入得到相同的 token。固定的值在生成时保留。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>复制 token</translation>
    </message>
    <message>
        <source>Use for REST</source>
        <translation>用于 REST</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Inspect this token</source>
        <translation>检查此 token</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Token as QR code</source>
        <translation>token 二维码</translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation>内部结构</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Token minted.</source>
        <translation>token 已生成。</translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation>token 已复制。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>没有 token</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>无可计时</translation>
    </message>
    <message>
        <source>A working token with the salt and issue time of the form. It goes on Home&apos;s list when it is minted, copied or used.</source>
        <translation>可用的 token，盐值和签发时间以表单为准。生成、复制或使用后会列在首页。</translation>
    </message>
</context>
<context>
    <name>ui::MucsPane</name>
    <message>
        <source>Rooms</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>No chat room yet</source>
        <translation>还没有聊天室</translation>
    </message>
    <message>
        <source>No group yet</source>
        <translation>还没有群组</translation>
    </message>
    <message>
        <source>Members: bob, carol</source>
        <translation>成员：bob, carol</translation>
    </message>
    <message>
        <source>Create room</source>
        <translation>创建聊天室</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>创建群组</translation>
    </message>
    <message>
        <source>User ID of a member</source>
        <translation>成员的用户 ID</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>已添加 %1。</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>移出成员</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>已移出 %1。</translation>
    </message>
    <message>
        <source>Delete room</source>
        <translation>删除聊天室</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>删除群组</translation>
    </message>
    <message>
        <source>%1 deleted.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>%1 created.</source>
        <translation>已创建 %1。</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
</context>
<context>
    <name>ui::ProductionGate</name>
    <message>
        <source>Name of the project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Send to production</source>
        <translation>发送到生产环境</translation>
    </message>
    <message>
        <source>This changes a production project</source>
        <translation>这会更改生产项目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1
Real users may be touched. Type “%2” to send it.</source>
        <translation>%1
可能影响真实用户。请输入“%2”以发送。</translation>
    </message>
</context>
<context>
    <name>ui::ProjectFiles</name>
    <message numerus="yes">
        <source>%n project(s) exported; left out: certificates.</source>
        <translation>
            <numerusform>已导出 %n 个项目；未包含：证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export without secrets</source>
        <translation>导出（不含机密）</translation>
    </message>
    <message>
        <source>Import projects</source>
        <translation>导入项目</translation>
    </message>
</context>
<context>
    <name>ui::ProjectForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App ID</translation>
    </message>
    <message>
        <source>App Certificate</source>
        <translation>App Certificate</translation>
    </message>
    <message>
        <source>OrgName</source>
        <translation>OrgName</translation>
    </message>
    <message>
        <source>AppName</source>
        <translation>AppName</translation>
    </message>
    <message>
        <source>REST host</source>
        <translation>REST 主机</translation>
    </message>
    <message>
        <source>WebSocket address</source>
        <translation>WebSocket 地址</translation>
    </message>
    <message>
        <source>Paste all fields</source>
        <translation>粘贴全部字段</translation>
    </message>
    <message>
        <source>Copy the project&apos;s data in the Agora Console, then press this: every field is filled.</source>
        <translation>在 Agora 控制台复制项目信息，然后按此按钮：所有字段会自动填好。</translation>
    </message>
    <message>
        <source>yours to choose</source>
        <translation>自行命名</translation>
    </message>
    <message>
        <source>32 hexadecimal digits · Console: Project Management, App ID</source>
        <translation>32 位十六进制 · 控制台：项目管理，App ID</translation>
    </message>
    <message>
        <source>32 hexadecimal digits · Console: Project Management, Config, Primary Certificate</source>
        <translation>32 位十六进制 · 控制台：项目管理，配置，主证书</translation>
    </message>
    <message>
        <source>Previous certificate</source>
        <translation>旧证书</translation>
    </message>
    <message>
        <source>still accepted while you rotate; never used to mint</source>
        <translation>轮换期间仍被接受；不会用来生成 Token</translation>
    </message>
    <message>
        <source>of the App Key, before the #</source>
        <translation>App Key 中 # 之前的部分</translation>
    </message>
    <message>
        <source>of the App Key, behind the #</source>
        <translation>App Key 中 # 之后的部分</translation>
    </message>
    <message>
        <source>Production: real users are touched</source>
        <translation>生产环境：会影响真实用户</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>another host</source>
        <translation>其他主机</translation>
    </message>
    <message>
        <source>such as https://a41.chat.agora.io</source>
        <translation>例如 https://a41.chat.agora.io</translation>
    </message>
    <message>
        <source>from the Console; optional</source>
        <translation>见控制台；可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Use this project</source>
        <translation>使用此项目</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test this project</source>
        <translation>测试此项目</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete project</source>
        <translation>删除项目</translation>
    </message>
    <message>
        <source>The sandbox: published values that protect nothing</source>
        <translation>沙箱：公开的取值，不保护任何东西</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>●●●●●●●●  kept in the vault</source>
        <translation>●●●●●●●●  已存入保险库</translation>
    </message>
    <message>
        <source>●●●●●●●●  published</source>
        <translation>●●●●●●●●  公开值</translation>
    </message>
    <message>
        <source>●●●●●●●●  held for this session</source>
        <translation>●●●●●●●●  仅在本次会话中保留</translation>
    </message>
    <message>
        <source>Certificates are kept encrypted in the vault. All other fields are stored in %1.</source>
        <translation>证书加密保存在保险库中。其他字段保存在 %1。</translation>
    </message>
    <message>
        <source>Where the certificate is kept is asked when there is one to keep. All other fields are stored in %1.</source>
        <translation>有证书需要保存时会询问保存位置。其他字段保存在 %1。</translation>
    </message>
    <message>
        <source>No project data was found in the text.</source>
        <translation>文本中没有找到项目信息。</translation>
    </message>
    <message>
        <source>Copy lines such as “App ID: ...” and “AppKey: org#app” from the Agora Console, or an .env file.</source>
        <translation>请从 Agora 控制台复制“App ID: ...”和“AppKey: org#app”这样的行，或 .env 文件。</translation>
    </message>
    <message>
        <source>The text contradicts itself: %1. The first value was taken.</source>
        <translation>文本自相矛盾：%1。采用了第一个值。</translation>
    </message>
    <message>
        <source>Filled in. Not in the text: %1.</source>
        <translation>已填入。文本中没有：%1。</translation>
    </message>
    <message>
        <source>Filled in. The REST host is a proposal: compare it with the Agora Console.</source>
        <translation>已填写。REST 主机只是建议值：请与 Agora 控制台核对。</translation>
    </message>
    <message>
        <source>All fields are filled in.</source>
        <translation>所有字段都已填好。</translation>
    </message>
    <message>
        <source>This is the App ID. The certificate stands beside it in the Console.</source>
        <translation>这是 App ID。证书在控制台中位于它旁边。</translation>
    </message>
    <message>
        <source>Not used from the text: %1.</source>
        <translation>文本中未使用：%1。</translation>
    </message>
    <message>
        <source>The text names a host that was not understood: fill in the REST host yourself.</source>
        <translation>文本中的主机无法理解：请自行填写 REST 主机。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
</context>
<context>
    <name>ui::ProjectList</name>
    <message>
        <source>New project (not saved)</source>
        <translation>新项目（未保存）</translation>
    </message>
    <message>
        <source>%1 (in use, changed)</source>
        <translation>%1（使用中，已更改）</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已更改）</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（使用中）</translation>
    </message>
</context>
<context>
    <name>ui::ProjectsPage</name>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Add project</source>
        <translation>添加项目</translation>
    </message>
    <message>
        <source>Saved, and in use now.</source>
        <translation>已保存，正在使用。</translation>
    </message>
    <message>
        <source>Without its certificate nothing can be minted for it.</source>
        <translation>没有证书就无法为它生成 token。</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>The App ID and the certificate are well formed, and mint a token.</source>
        <translation>App ID 和证书格式正确，可以生成 Token。</translation>
    </message>
    <message>
        <source>All fields are well formed, and an app token can be minted.</source>
        <translation>所有字段格式正确，可以生成 App Token。</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) imported, without certificates.</source>
        <translation>
            <numerusform>已导入 %n 个项目，不含证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the keychain has the key of the vault: keep a recovery key file, too.</source>
        <translation>只有密钥环持有保险库的密钥：请再保存一份恢复密钥文件。</translation>
    </message>
    <message>
        <source>“%1” was there already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) imported, with certificates.</source>
        <translation>
            <numerusform>已导入 %n 个项目及其证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Without REST host no call can be made.</source>
        <translation>没有 REST 主机就无法发起调用。</translation>
    </message>
    <message>
        <source>Whether %1 takes it is known when it is asked for one user, which changes nothing.</source>
        <translation>要知道 %1 是否接受，需向它查询一个用户；这不会改变任何内容。</translation>
    </message>
    <message>
        <source>Ask the host</source>
        <translation>询问主机</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>导入...</translation>
    </message>
    <message>
        <source>Import projects</source>
        <translation>导入项目</translation>
    </message>
    <message>
        <source>An export, an .env file or any text with labelled values.</source>
        <translation>导出文件、.env 文件，或任何带标签的文本。</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>导出...</translation>
    </message>
    <message>
        <source>Export projects</source>
        <translation>导出项目</translation>
    </message>
    <message>
        <source>All projects, as they are saved, without certificates. With them: Security.</source>
        <translation>所有项目（按已保存的内容），不含证书。要包含证书：安全。</translation>
    </message>
    <message>
        <source>a new project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>The changes were discarded.</source>
        <translation>更改已放弃。</translation>
    </message>
</context>
<context>
    <name>ui::QrDialog</name>
    <message>
        <source>This token is too long for a QR code.</source>
        <translation>此 token 太长，无法生成二维码。</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>ui::QrView</name>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>ui::RefusalPanel</name>
    <message>
        <source>Project that was called</source>
        <translation>所调用的项目</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Paste the token above, and what the server answered here.</source>
        <translation>请在上面粘贴 token，在这里填写服务器的应答。</translation>
    </message>
    <message>
        <source>No cause was found: the token is sound for this use.</source>
        <translation>未找到原因：对于此用途，该 token 没有问题。</translation>
    </message>
    <message>
        <source>The answer is not in the vendor&apos;s table: what it means is not known.</source>
        <translation>厂商的错误表中没有这个应答：含义未知。</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s) found, the likeliest first.</source>
        <translation>
            <numerusform>找到 %n 个原因，最可能的在最前。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ui::RemintPanel</name>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate to sign with</source>
        <translation>用于签名的证书</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App ID</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>有效时长</translation>
    </message>
    <message>
        <source>As in the token</source>
        <translation>与 token 相同</translation>
    </message>
    <message>
        <source>Take the inputs from the token again</source>
        <translation>重新采用 token 中的输入</translation>
    </message>
    <message>
        <source>Salt and issue time are always the token&apos;s. Nothing leaves this computer.</source>
        <translation>盐值和签发时间始终取自 token。任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>不同的字段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In the token</source>
        <translation>token 中</translation>
    </message>
    <message>
        <source>Minted again</source>
        <translation>重新生成后</translation>
    </message>
    <message>
        <source>Copy the token minted again</source>
        <translation>复制重新生成的 token</translation>
    </message>
    <message>
        <source>Token copied.</source>
        <translation>token 已复制。</translation>
    </message>
    <message>
        <source>By its compression the token was made by: %1.</source>
        <translation>从压缩方式看，该 token 的生成方是：%1。</translation>
    </message>
    <message>
        <source>Paste a 007 token above: it is minted again from what is in it.</source>
        <translation>请在上面粘贴 007 token：将按其内容重新生成。</translation>
    </message>
    <message>
        <source>No certificate is at hand.</source>
        <translation>手头没有证书。</translation>
    </message>
    <message>
        <source>Store its project with the certificate, or unlock the vault.</source>
        <translation>请保存其项目和证书，或解锁保险库。</translation>
    </message>
    <message>
        <source>Minted again with %1: %2</source>
        <translation>用 %1 重新生成：%2</translation>
    </message>
</context>
<context>
    <name>ui::RequestForm</name>
    <message>
        <source>default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>This call has no fields: press Send.</source>
        <translation>此调用没有字段：直接按“发送”。</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>Not sent: the text in the tab “Body” is sent in their place.</source>
        <translation>不会发送：改为发送“正文”标签页中的文本。</translation>
    </message>
</context>
<context>
    <name>ui::RequestModel</name>
    <message>
        <source>(unreadable)</source>
        <translation>（无法读取）</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>app, until %1</source>
        <translation>app，至 %1</translation>
    </message>
    <message>
        <source>user %1, until %2</source>
        <translation>用户 %1，至 %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
</context>
<context>
    <name>ui::RequestsPane</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Start the server to get one.</source>
        <translation>启动服务器后显示。</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy the adb line</source>
        <translation>复制 adb 命令</translation>
    </message>
    <message>
        <source>The address as QR code</source>
        <translation>地址的二维码</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>Line copied.</source>
        <translation>已复制命令。</translation>
    </message>
    <message>
        <source>Example request</source>
        <translation>示例请求</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>A phone on the cable, or an emulator, uses the same address after “%1” here.</source>
        <translation>在本机执行“%1”后，用数据线连接的手机或模拟器可使用同一地址。</translation>
    </message>
    <message>
        <source>It can be reached from this machine only, and over a cable from a phone.</source>
        <translation>只能从本机访问，手机可通过数据线访问。</translation>
    </message>
    <message>
        <source>answered %1 · tokens %2 · refused %3 · failed %4</source>
        <translation>已回应 %1 · 令牌 %2 · 拒绝 %3 · 失败 %4</translation>
    </message>
    <message>
        <source>curl line copied.</source>
        <translation>已复制 curl 命令。</translation>
    </message>
    <message>
        <source>curl line copied, with the access key.</source>
        <translation>已复制 curl 命令，含访问密钥。</translation>
    </message>
</context>
<context>
    <name>ui::ResponsePane</name>
    <message>
        <source>Response status</source>
        <translation>响应状态</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>响应体</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>Save body...</source>
        <translation>保存响应体……</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>保存响应体</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>响应体</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>尚无响应</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends the request.
Ctrl+K finds any endpoint by its name.
“Preview” shows the exact request before it goes out.</source>
        <translation>Ctrl+Enter 发送请求。
Ctrl+K 按名称查找任意接口。
“预览”在发送前显示完整请求。</translation>
    </message>
    <message>
        <source>Sending...</source>
        <translation>发送中……</translation>
    </message>
    <message>
        <source>Waiting for %1, %2 so far</source>
        <translation>已等待 %1，目前收到 %2</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>%1 ms · %2</source>
        <translation>%1 毫秒 · %2</translation>
    </message>
    <message>
        <source>%1 on the wire, %2 decoded</source>
        <translation>传输 %1，解码后 %2</translation>
    </message>
    <message>
        <source>The body may be incomplete.</source>
        <translation>响应体可能不完整。</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>服务器拒绝了请求。</translation>
    </message>
    <message>
        <source>Not UTF-8 text: shown as bytes.</source>
        <translation>不是 UTF-8 文本：按字节显示。</translation>
    </message>
    <message>
        <source>The first %1 of %2, as they came.</source>
        <translation>%2 中的前 %1，原样显示。</translation>
    </message>
    <message>
        <source>The rest was cut at the limit.</source>
        <translation>其余部分已在上限处截断。</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>已保存到 %1。</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为何？</translation>
    </message>
    <message>
        <source>Why was it refused?</source>
        <translation>为何被拒？</translation>
    </message>
    <message>
        <source>This answer is not in the vendor&apos;s documents: what it means is not known.</source>
        <translation>厂商文档中没有这个应答：含义未知。</translation>
    </message>
    <message>
        <source>An answer to “%1”, which is not chosen now.</source>
        <translation>这是对“%1”的应答，它现在没有被选中。</translation>
    </message>
    <message>
        <source>What speaks for that: %1.</source>
        <translation>依据：%1。</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>正在保存...</translation>
    </message>
</context>
<context>
    <name>ui::RestPage</name>
    <message>
        <source>Search endpoints</source>
        <translation>搜索接口</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Loading the endpoints...</source>
        <translation>正在加载接口……</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Renew the token</source>
        <translation>为 token 续期</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Send this text as the body</source>
        <translation>以此文本作为请求体</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Send without checking the fields</source>
        <translation>发送时不检查字段</translation>
    </message>
    <message>
        <source>Sends what the documents forbid, to see what the server says to it.</source>
        <translation>发送文档不允许的内容，看看服务器如何回应。</translation>
    </message>
    <message>
        <source>No token is needed.</source>
        <translation>不需要 token。</translation>
    </message>
    <message>
        <source>An app token will be minted.</source>
        <translation>将生成 App token。</translation>
    </message>
    <message>
        <source>App token</source>
        <translation>App token</translation>
    </message>
    <message>
        <source>User token of %1</source>
        <translation>%1 的用户 token</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 返回 %2。</translation>
    </message>
    <message>
        <source>Copied as a curl line, with the token in it.</source>
        <translation>已复制为 curl 命令，其中包含 token。</translation>
    </message>
    <message>
        <source>The sandbox answers it.</source>
        <translation>沙箱可以应答此调用。</translation>
    </message>
    <message>
        <source>Copy method and path</source>
        <translation>复制方法和路径</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Send this text in place of the form&apos;s fields</source>
        <translation>用这段文本代替表单字段发送</translation>
    </message>
    <message>
        <source>Off, this is the body that the form makes. Typing here switches it on.</source>
        <translation>关闭时，这里显示表单生成的正文。在此输入会自动打开。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>project, environment</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::RowMenu</name>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>ui::RowsPane</name>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
</context>
<context>
    <name>ui::SandboxKnobs</name>
    <message>
        <source>none; 5%</source>
        <translation>无；5%</translation>
    </message>
    <message>
        <source>Its clock is off by</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>nothing; -300s, 5m, 1d</source>
        <translation>无；-300s、5m、1d</translation>
    </message>
    <message>
        <source>Latency of every answer</source>
        <translation>每次应答的延迟</translation>
    </message>
    <message>
        <source>none; 200ms, 2s</source>
        <translation>无；200ms、2s</translation>
    </message>
    <message>
        <source>Most calls in a second</source>
        <translation>每秒调用上限</translation>
    </message>
    <message>
        <source>any number; 100/s</source>
        <translation>不限；100/s</translation>
    </message>
    <message>
        <source>Longest token lifetime</source>
        <translation>token 最长有效期</translation>
    </message>
    <message>
        <source>as they say; 10s, 5m</source>
        <translation>以 token 为准；10s、5m</translation>
    </message>
    <message>
        <source>Failing messages</source>
        <translation>失败的消息</translation>
    </message>
    <message>
        <source>Failing user calls</source>
        <translation>失败的用户调用</translation>
    </message>
    <message>
        <source>Failing token calls</source>
        <translation>失败的 token 调用</translation>
    </message>
    <message>
        <source>Failing group calls</source>
        <translation>失败的群组调用</translation>
    </message>
    <message>
        <source>Failing room calls</source>
        <translation>失败的聊天室调用</translation>
    </message>
    <message>
        <source>Failing contact calls</source>
        <translation>失败的联系人调用</translation>
    </message>
    <message>
        <source>Failing presence calls</source>
        <translation>失败的在线状态调用</translation>
    </message>
</context>
<context>
    <name>ui::SandboxPage</name>
    <message>
        <source>Sandbox</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>Sandbox status</source>
        <translation>沙箱状态</translation>
    </message>
    <message>
        <source>Start sandbox</source>
        <translation>启动沙箱</translation>
    </message>
    <message>
        <source>An Agora Chat on this computer (Ctrl+Enter)</source>
        <translation>本机上的 Agora Chat（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Stop sandbox</source>
        <translation>停止沙箱</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>Adds two users, a group and three messages.</source>
        <translation>添加两个用户、一个群组和三条消息。</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Ends every session and empties everything, after a question.</source>
        <translation>确认之后结束所有会话并清空一切。</translation>
    </message>
    <message>
        <source>Misbehave on purpose</source>
        <translation>故意出错</translation>
    </message>
    <message>
        <source>What the sandbox holds</source>
        <translation>沙箱中的内容</translation>
    </message>
    <message>
        <source>Empty the sandbox?</source>
        <translation>要清空沙箱吗？</translation>
    </message>
    <message>
        <source>Every session ends; users, groups, rooms and messages are gone.</source>
        <translation>所有会话都会结束；用户、群组、聊天室和消息都会消失。</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Runs; nothing leaves this computer</source>
        <translation>运行中；任何数据都不会离开本机</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>启动中……</translation>
    </message>
    <message>
        <source>Runs in another program</source>
        <translation>在另一程序中运行</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Most likely it is “chat-token sandbox”: calls go there, and this page cannot see into it. Stop that program, then press Start sandbox.</source>
        <translation>很可能是“chat-token sandbox”：调用会发往那里，而本页看不到其内部。请停止该程序，然后点击“启动沙箱”。</translation>
    </message>
    <message>
        <source>The sandbox misbehaves on purpose: %1.</source>
        <translation>沙箱正在故意出错：%1。</translation>
    </message>
    <message>
        <source>Behave again</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ui::SaveDialog</name>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已经存在。</translation>
    </message>
    <message>
        <source>What is in it will be lost.</source>
        <translation>其中的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ui::SecretField</name>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>ui::SecurityPanel</name>
    <message>
        <source>The vault</source>
        <translation>保险库</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>The key comes from</source>
        <translation>密钥来自</translation>
    </message>
    <message>
        <source>Last save</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>Last lock</source>
        <translation>上次锁定</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Write a recovery key file...</source>
        <translation>写出恢复密钥文件……</translation>
    </message>
    <message>
        <source>Write a recovery key file</source>
        <translation>写出恢复密钥文件</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>导出与导入</translation>
    </message>
    <message>
        <source>Export without secrets...</source>
        <translation>导出（不含机密）……</translation>
    </message>
    <message>
        <source>Export without secrets</source>
        <translation>导出（不含机密）</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>导入……</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Passphrase of the export</source>
        <translation>导出文件的口令</translation>
    </message>
    <message>
        <source>Export with certificates...</source>
        <translation>导出（含证书）……</translation>
    </message>
    <message>
        <source>Export with certificates</source>
        <translation>导出（含证书）</translation>
    </message>
    <message>
        <source>An export with certificates is a vault of its own, under its own passphrase; the vault&apos;s passphrase is asked for above (“Passphrase now”). Import takes exports, .env files and any text with labelled values.</source>
        <translation>含证书的导出文件是一个独立的保险库，有自己的口令；同时需在上方填写本保险库的口令（“当前口令”）。可以导入导出文件、.env 文件以及任何带标签值的文本。</translation>
    </message>
    <message>
        <source>What is promised, and what is not</source>
        <translation>承诺什么，不承诺什么</translation>
    </message>
    <message>
        <source>Certificates, tokens and passphrases are written to no file but the encrypted vault. A lock frees the vault&apos;s key. Copied secrets leave the clipboard after the time that Settings gives, when the program locks and when it ends, unless something else was copied since.</source>
        <translation>证书、Token 和口令除加密的保险库外不写入任何文件。锁定会释放保险库的密钥。复制的机密在设置的时间之后、程序锁定时和退出时会从剪贴板清除，除非其间又复制了别的内容。</translation>
    </message>
    <message>
        <source>Not promised: protection from root, from programs of the same user while the vault is open, from key loggers and screen grabbing under X11, or from a clipboard manager that ignores the hint for secrets. What was shown or sent may stay in freed memory until it is used again. A weak passphrase can be guessed.</source>
        <translation>不承诺：防范 root、保险库打开时同一用户的其他程序、X11 下的键盘记录与截屏，以及忽略机密提示的剪贴板管理器。显示或发送过的内容可能留在已释放的内存中直到被覆盖。弱口令可能被猜出。</translation>
    </message>
    <message>
        <source>None: certificates are held for this session only.</source>
        <translation>没有：证书仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>-</source>
        <translation>—</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1，第 %2 版</translation>
    </message>
    <message>
        <source>not since the program was started</source>
        <translation>程序启动后还没有</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Recovery key file</source>
        <translation>恢复密钥文件</translation>
    </message>
    <message>
        <source>The key file was written: %1</source>
        <translation>密钥文件已写出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) exported, with certificates, under their own passphrase.</source>
        <translation>
            <numerusform>已导出 %n 个项目，含证书，使用单独的口令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>再次保存</translation>
    </message>
    <message>
        <source>The ways in</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Copy in the keychain</source>
        <translation>密钥环中的副本</translation>
    </message>
    <message>
        <source>A copy in the keychain opens the vault when the program starts, without asking you. A new passphrase makes a new key: old passphrases and key files open nothing that is written from then on. They still open old copies of the vault, in backups for instance; if the old one leaked, rotate the certificate in the Agora Console. A key file opens the vault by itself: keep it away from the vault.</source>
        <translation>密钥环中的副本会在程序启动时打开保险库，不再询问您。新口令会产生新密钥：旧口令和旧密钥文件打不开此后写入的内容，但仍能打开保险库的旧副本（例如备份中的）；如果旧口令已泄露，请在 Agora 控制台更换证书。密钥文件本身就能打开保险库：请不要与保险库放在一处。</translation>
    </message>
    <message>
        <source>Name of one of your projects</source>
        <translation>您的某个项目的名称</translation>
    </message>
    <message>
        <source>there is no passphrase: this stops slips, not thieves</source>
        <translation>没有口令：这只防误操作，防不了窃取者</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Take the copy out of the keychain</source>
        <translation>从密钥环中删除副本</translation>
    </message>
    <message>
        <source>Keep a copy in the keychain</source>
        <translation>在密钥环中保存一份副本</translation>
    </message>
    <message>
        <source>The key before this one still opens: %1</source>
        <translation>之前的密钥仍可打开：%1</translation>
    </message>
    <message>
        <source>The keychain has no copy any more.</source>
        <translation>密钥环中已没有副本。</translation>
    </message>
    <message>
        <source>The keychain has a copy.</source>
        <translation>密钥环中有一份副本。</translation>
    </message>
    <message>
        <source>The changes were saved.</source>
        <translation>更改已保存。</translation>
    </message>
</context>
<context>
    <name>ui::ServePage</name>
    <message>
        <source>Serve</source>
        <translation>令牌服务</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>代码示例</translation>
    </message>
    <message>
        <source>Local token server</source>
        <translation>本地令牌服务器</translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>服务器状态</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>启动服务器</translation>
    </message>
    <message>
        <source>For the project in the top bar (Ctrl+Enter)</source>
        <translation>用于顶栏中的项目（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Misbehave on purpose</source>
        <translation>故意出错</translation>
    </message>
    <message>
        <source>Stop the other program, or enter another port.</source>
        <translation>请停止另一程序，或填写其他端口。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Runs, but has no certificate: requests get 503</source>
        <translation>正在运行，但没有证书：请求得到 503</translation>
    </message>
    <message>
        <source>Signs for %1</source>
        <translation>为 %1 签名</translation>
    </message>
    <message>
        <source>The server misbehaves on purpose: %1.</source>
        <translation>服务器正在故意出错：%1。</translation>
    </message>
    <message>
        <source>Behave again</source>
        <translation>恢复正常</translation>
    </message>
</context>
<context>
    <name>ui::ServerForm</name>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任一空闲端口</translation>
    </message>
    <message>
        <source>Longest lifetime</source>
        <translation>最长有效期</translation>
    </message>
    <message>
        <source>Requests for a longer one are refused. 24h at most.</source>
        <translation>要求更长有效期的请求会被拒绝。最长 24h。</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>可以请求的网页</translation>
    </message>
    <message>
        <source>none; one origin a line, such as http://localhost:3000</source>
        <translation>无；每行一个来源，例如 http://localhost:3000</translation>
    </message>
    <message>
        <source>Ask for an access key</source>
        <translation>要求访问密钥</translation>
    </message>
    <message>
        <source>Without a key, any user of this machine can ask for tokens.</source>
        <translation>没有密钥时，本机的任何用户都可以请求令牌。</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>empty: a new one is made</source>
        <translation>留空：生成新的密钥</translation>
    </message>
    <message>
        <source>kept until the program ends</source>
        <translation>保留到程序退出</translation>
    </message>
</context>
<context>
    <name>ui::SessionsPane</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录时间</translation>
    </message>
    <message>
        <source>Token ends</source>
        <translation>token 到期</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>没有人登录</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>Session of %1 ended.</source>
        <translation>已结束 %1 的会话。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A request ends after</source>
        <translation>请求总时限</translation>
    </message>
    <message>
        <source>... or after silence of</source>
        <translation>……或无数据时限</translation>
    </message>
    <message>
        <source>The program connects to the REST host of the active project when you press Send, and to nothing else. It sends no statistics and looks for no updates.</source>
        <translation>程序只在按下“发送”时连接当前项目的 REST 主机，不连接其他任何地址。不发送统计，不检查更新。</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>A copied token is cleared after</source>
        <translation>复制的 token 清除时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>An unofficial tool for developers of Agora Chat; not made or endorsed by Agora. Icons: Lucide (ISC).</source>
        <translation>面向 Agora Chat 开发者的非官方工具；并非由 Agora 制作或认可。图标：Lucide（ISC）。</translation>
    </message>
    <message>
        <source>Lock without input after</source>
        <translation>无操作多久后锁定</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Locked is also when the screen locks, before the computer sleeps, and by “chat-token vault lock”. Certificates are kept where Security on the page Projects says; tokens are written nowhere. A clipboard manager that ignores the hint for secrets may keep what was copied.</source>
        <translation>屏幕锁定时、电脑休眠前以及执行“chat-token vault lock”时也会锁定。证书保存在“项目”页“安全”中所示的位置；token 不会写到任何地方。不遵守机密提示的剪贴板管理器可能会保留复制的内容。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>In tables and lists</source>
        <translation>在表格和列表中</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>行的菜单</translation>
    </message>
    <message>
        <source>The Menu key does the same: copy, and what else can be done with it.</source>
        <translation>菜单键有同样的作用：复制，以及可以对该行做的其他操作。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::SkewText</name>
    <message>
        <source>Server clock as here</source>
        <translation>服务器时钟与本机一致</translation>
    </message>
    <message>
        <source>Server clock %1 behind</source>
        <translation>服务器时钟慢 %1</translation>
    </message>
    <message>
        <source>Server clock %1 ahead</source>
        <translation>服务器时钟快 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>ui::SnippetPane</name>
    <message>
        <source>A token server of your own, ready to run: it needs no package of the vendor and answers POST /generate-user-token as the one here does. Put your sign-in check where it says so.</source>
        <translation>您自己的令牌服务器，可直接运行：不需要厂商的软件包，对 POST /generate-user-token 的回应与这里相同。请在注明的位置加入您的登录检查。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Snippet language</source>
        <translation>示例语言</translation>
    </message>
    <message>
        <source>Copy source</source>
        <translation>复制源码</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>Source copied.</source>
        <translation>已复制源码。</translation>
    </message>
</context>
<context>
    <name>ui::StartOverBox</name>
    <message>
        <source>The words that confirm it</source>
        <translation>用于确认的文字</translation>
    </message>
    <message>
        <source>Set the old vault aside</source>
        <translation>搁置旧的保险库</translation>
    </message>
    <message>
        <source>Start over without the old vault</source>
        <translation>不用旧的保险库重新开始</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nobody can open a vault without its key. Start over: “%1” gets the ending .old-1 (or the next number) and is not deleted. Your projects stay with all their other fields; their certificates are missing until you copy them again from the Agora Console. Write “%2” to go on.</source>
        <translation>没有密钥，谁也打不开保险库。重新开始：“%1”会加上后缀 .old-1（或下一个数字），不会被删除。你的项目及其其他字段都会保留；证书会缺失，直到你从 Agora 控制台重新复制。输入“%2”以继续。</translation>
    </message>
</context>
<context>
    <name>ui::StatusRow</name>
    <message>
        <source>Clipboard clears in %1 s</source>
        <translation>剪贴板将在 %1 秒后清除</translation>
    </message>
    <message>
        <source>Sandbox on %1</source>
        <translation>沙箱位于 %1</translation>
    </message>
    <message>
        <source>Sandbox of another program on %1</source>
        <translation>另一程序的沙箱位于 %1</translation>
    </message>
    <message>
        <source>Sandbox starts...</source>
        <translation>沙箱启动中……</translation>
    </message>
    <message>
        <source>No token minted yet</source>
        <translation>尚未生成 token</translation>
    </message>
    <message>
        <source>Clock %1</source>
        <translation>时钟 %1</translation>
    </message>
    <message>
        <source>From the Date headers of its answers, within %1 ms either way.</source>
        <translation>根据应答的 Date 头得出，误差 ±%1 毫秒。</translation>
    </message>
</context>
<context>
    <name>ui::StrengthMeter</name>
    <message>
        <source>How hard the passphrase is to guess</source>
        <translation>口令有多难猜到</translation>
    </message>
    <message>
        <source>Too easy to guess</source>
        <translation>太容易猜到</translation>
    </message>
    <message>
        <source>Fair: about %1 bits</source>
        <translation>一般：约 %1 位</translation>
    </message>
    <message>
        <source>Good: about %1 bits</source>
        <translation>良好：约 %1 位</translation>
    </message>
    <message>
        <source>Strong: about %1 bits</source>
        <translation>很强：约 %1 位</translation>
    </message>
</context>
<context>
    <name>ui::TimesPanel</name>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>From “now”</source>
        <translation>相对“现在”</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>“Now”</source>
        <translation>“现在”</translation>
    </message>
    <message>
        <source>Move “now”</source>
        <translation>移动“现在”</translation>
    </message>
    <message>
        <source>Arrow keys move by a second, Page Up and Page Down by a twentieth.</source>
        <translation>方向键每次移动一秒，Page Up 和 Page Down 每次移动二十分之一。</translation>
    </message>
    <message>
        <source>Exact time for “now”</source>
        <translation>“现在”的确切时间</translation>
    </message>
    <message>
        <source>2026-11-24T09:30:00Z or 1800000000</source>
        <translation>2026-11-24T09:30:00Z 或 1800000000</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Privilege %1 ends</source>
        <translation>权限 %1 到期</translation>
    </message>
    <message>
        <source>Privilege “%1” ends</source>
        <translation>权限“%1”到期</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Counts as expiring soon</source>
        <translation>开始算作即将过期</translation>
    </message>
    <message>
        <source>The token ends</source>
        <translation>token 到期</translation>
    </message>
    <message>
        <source>at this second</source>
        <translation>正是此刻</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>“Now”, as chosen</source>
        <translation>选定的“现在”</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>There is no end to count to.</source>
        <translation>没有可计算的到期时间。</translation>
    </message>
    <message>
        <source>%1: not yet valid, begins in %2</source>
        <translation>%1：尚未生效，%2后生效</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The server&apos;s clock is not known yet: the answers on the REST page tell it.</source>
        <translation>尚不知道服务器的时钟：REST 页的应答会给出。</translation>
    </message>
    <message>
        <source>%1, within %2 ms.</source>
        <translation>%1，误差 %2 毫秒以内。</translation>
    </message>
    <message>
        <source>By that clock the token is issued %1 from now: it is refused until then.</source>
        <translation>按该时钟，token 在 %1后才签发：在此之前会被拒绝。</translation>
    </message>
    <message>
        <source>Move “now” here</source>
        <translation>把“现在”移到这里</translation>
    </message>
</context>
<context>
    <name>ui::TokenShelf</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>User token</source>
        <translation>用户 token</translation>
    </message>
    <message>
        <source>App token</source>
        <translation>App token</translation>
    </message>
    <message>
        <source>(the app)</source>
        <translation>（App）</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>LOCKED</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>沙箱</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>DEVELOPMENT</source>
        <translation>开发环境</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock (%1)</source>
        <translation>锁定（%1）</translation>
    </message>
    <message>
        <source>Search  %1</source>
        <translation>搜索  %1</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>无环境</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Help (%1)</source>
        <translation>帮助（%1）</translation>
    </message>
</context>
<context>
    <name>ui::UseRow</name>
    <message>
        <source>Judge it for</source>
        <translation>判断用途</translation>
    </message>
    <message>
        <source>User who signs in</source>
        <translation>登录的用户</translation>
    </message>
    <message>
        <source>Endpoint that was called</source>
        <translation>所调用的接口</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>仅 token 本身</translation>
    </message>
    <message>
        <source>REST calls</source>
        <translation>REST 调用</translation>
    </message>
    <message>
        <source>the sign-in of user</source>
        <translation>该用户的登录</translation>
    </message>
    <message>
        <source>any that takes an app token</source>
        <translation>任何使用 app token 的接口</translation>
    </message>
</context>
<context>
    <name>ui::UsersPane</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>messages</comment>
        <translation>待收消息</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>No user yet</source>
        <translation>还没有用户</translation>
    </message>
    <message>
        <source>Password, if any</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Mint a token</source>
        <translation>生成 token</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>User %1 deactivated.</source>
        <translation>已停用用户 %1。</translation>
    </message>
    <message>
        <source>User %1 activated.</source>
        <translation>已启用用户 %1。</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>删除用户</translation>
    </message>
    <message>
        <source>User %1 deleted.</source>
        <translation>已删除用户 %1。</translation>
    </message>
    <message>
        <source>User %1 added.</source>
        <translation>已添加用户 %1。</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
</context>
<context>
    <name>ui::Veil</name>
    <message>
        <source>Hidden while you present (Ctrl+Shift+H)</source>
        <translation>演示期间隐藏（Ctrl+Shift+H）</translation>
    </message>
</context>
<context>
    <name>ui::VerdictPanel</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No problem found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>(at %1)</source>
        <translation>（位置 %1）</translation>
    </message>
</context>
</TS>
