// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

#include "app/cli/Options.h"

#include <algorithm>

namespace cli {
namespace {

constexpr OptionSpec kExpire{"--expire", "D", "How long the token lasts: 3600, 90s, 1h30m, 24h (default 1h)"};
constexpr OptionSpec kIssuedAt{"--issued-at", "T", "Issue time, Unix seconds or ISO 8601 (default now)"};
constexpr OptionSpec kSalt{"--salt", "N", "Salt, 0 to 4294967295 (default random)"};

constexpr OptionSpec kGlobal[] = {
    {"--home", "DIR", "Folder that holds what the programs keep (default: the XDG folder)"},
    {"--project", "NAME", "Stored project whose credentials are used; “sandbox” is always there"},
    {"--key-file", "FILE", "Open the vault with this file"},
    {"--passphrase-fd", "N", "Open the vault with the passphrase from an open descriptor"},
    {"--json", "", "Print JSON: one object, or one object a line"},
    {"--help", "", "Print this help"},
    {"--version", "", "Print the version"},
};

std::vector<CommandSpec> tokenCommands()
{
    return {
        {"user",
         {{"ID"}},
         {kExpire, kIssuedAt, kSalt},
         "Print a Chat user token",
         "The same inputs, salt and issue time among them, give the same text. An ID outside\n"
         "a-z 0-9 _ - . or of over 64 characters, and upper case, are told on stderr.",
         "chat-token user alice --expire 24h",
         runUser},
        {"app",
         {},
         {kExpire, kIssuedAt, kSalt},
         "Print a Chat app token, as REST calls need it",
         "",
         "chat-token app --expire 1h",
         runApp},
        {"build",
         {{"FILE|-"}},
         {},
         "Print an AccessToken2 for any services, from JSON",
         "The JSON has the form\n"
         "  {\"app_id\"?, \"issue_ts\"?, \"expire\", \"salt\"?,\n"
         "   \"services\":[{\"type\":5,\"privileges\":{\"1\":600},\"user_id\":\"alice\"}]}\n"
         "Members by service type: 1, 3, 6 channel, uid; 2, 5 user_id; 7 room_uuid,\n"
         "user_uuid, role; 8 user_id, permissions; 4, 9, 10 none.",
         "chat-token build token.json\nchat-token build - < token.json",
         runBuild},
        {"inspect",
         {{"TOKEN|-", false}},
         {{"--for-user", "ID", "Say whether it lets this user sign in"},
          {"--for-rest", "", "Say whether it serves REST calls"},
          {"--at", "T", "Judge it at this time, Unix seconds or ISO 8601 (default now)"},
          {"--channel", "C", "Channel of a 006 token, for its signature"},
          {"--uid", "U", "Uid of a 006 token, for its signature"},
          {"--fields", "", "Print every field with its place in the payload"},
          {"--report", "", "Print a redacted report for a ticket"},
          {"--remint", "", "Mint it again with its own salt and issue time, and compare"},
          {"--expire", "D", "With --remint: this lifetime in place of the token's"},
          {"--user", "ID", "With --remint: this user in place of the token's"}},
         "Take a token apart, verify it and say what is wrong",
         "Without TOKEN, or with -, the token is read from stdin. Every stored certificate is\n"
         "tried; AGORA_APP_CERTIFICATE alone is enough to check the signature. Exit 0 when\n"
         "nothing is wrong, 1 otherwise, and where it is minted again and differs.",
         "chat-token inspect 007eJx... --for-user alice\npbpaste | chat-token inspect --json\n"
         "chat-token inspect 007eJx... --remint",
         runInspect},
        {"compare",
         {{"A"}, {"B"}},
         {},
         "Print the fields in which two tokens differ",
         "One of the two may be -, which is read from stdin. Exit 0 when they say the same,\n"
         "1 when they differ.",
         "chat-token compare 007eJx... 007eJy...",
         runCompare},
        {"why",
         {{"TOKEN|-", false}},
         {{"--endpoint", "ID", "The REST call that it was used for, as “rest list” names it"},
          {"--user", "ID", "The user who signed in with it"},
          {"--status", "N", "HTTP status of the answer"},
          {"--body", "JSON|@FILE|-", "Body of the answer"},
          {"--date", "DATE", "Date header of the answer"},
          {"--at", "T", "Judge it at this time, Unix seconds or ISO 8601 (default now)"}},
         "Say why a token was refused",
         "Ranks the causes, each with what speaks for it and what to do. An answer that is not\n"
         "in the documents is said to be unknown. Exit 0 when no cause is found, 1 otherwise.",
         "chat-token why 007eJx... --user alice\n"
         "chat-token why 007eJx... --endpoint user.register --status 401 --body @answer.json",
         runWhy},
    };
}

std::vector<CommandSpec> localCommands()
{
    return {
        {"demo",
         {},
         {},
         "The whole job in one go, offline",
         "Starts a sandbox on a free port, mints an app token, creates the user alice with\n"
         "it, mints her user token, inspects it, shows the time left and two refusals.\n"
         "Nothing is written to disk.",
         "chat-token demo",
         runDemo},
        {"sandbox",
         {},
         {{"--port", "N", "Port on 127.0.0.1 and ::1 (default 8090; 0: a free one)"},
          {"--app-key", "ORG#APP", "App Key that it answers to (default: the project's)"},
          {"--data", "FILE", "Keep its state in this file (default: in memory)"},
          {"--knob", "NAME=VALUE", "Have it misbehave, as below; repeatable", true}},
         "Run an offline Agora Chat in the foreground",
         "It verifies tokens with the credentials in force, prints its addresses and then one\n"
         "line a request. With --data, users, groups, rooms and messages outlive it: what was\n"
         "acknowledged is in the file, whatever ends the program. Point the vendor's web SDK at it with the "
         "options apiUrl (the first\n"
         "address), url (the one with /websocket) and isHttpDNS: false.\n"
         "Knobs: clock=-300s, latency=200ms, rate=100/s, lifetime=10s, fail.messages=5% (or\n"
         "users, tokens, groups, rooms, contacts, presence); “off” takes one back. While it\n"
         "runs, a line “knob NAME=VALUE” on stdin sets one. Lines that nobody takes are\n"
         "left out and counted. Ctrl+C stops it.",
         "chat-token sandbox\nchat-token sandbox --data chat.sqlite\n"
         "chat-token sandbox --port 0 --json --knob latency=200ms",
         runSandbox},
    };
}

std::vector<CommandSpec> serverCommands()
{
    return {
        {"serve",
         {},
         {{"--port", "N", "Port on 127.0.0.1 and ::1 (default 8080; 0: a free one)"},
          {"--allow-origin", "O", "Web page that may ask, such as http://localhost:3000; repeatable", true},
          {"--max-expire", "D", "Longest lifetime that is handed out (default and most: 24h)"},
          {"--access-key-file", "F", "File with a key that clients must show"},
          {"--knob", "NAME=VALUE", "Have it misbehave, as below; repeatable", true}},
         "Run a local token server in the foreground",
         "It answers what the vendor's sample servers answer, for the project in force:\n"
         "  POST /generate-user-token             {\"user_uuid\": \"alice\", \"expire\": 3600}\n"
         "  POST /generate-app-token              {\"expire\": 3600}\n"
         "  GET  /api/token/generateUserToken     ?account=alice&expireTimeInSeconds=3600\n"
         "  GET  /api/token/generateAppToken      ?expireTimeInSeconds=3600\n"
         "  POST /token/generate                  userId=alice&expireSeconds=3600&tokenType=user\n"
         "Without a key any user of this machine can ask it for tokens. With one, clients send\n"
         "the header “Authorization: Bearer KEY”; the key has 16 to 256 visible characters.\n"
         "Knobs: lifetime=10s, kind=wrong|expired|forged|other-user, delay=2s, fail=20%,\n"
         "status=500; “off” takes one back. While it runs, a line “knob NAME=VALUE” on stdin\n"
         "sets one. Every request is a line on stderr, without its token; lines that nobody takes\n"
         "are left out and counted. Ctrl+C stops it.",
         "chat-token serve\nchat-token serve --port 0 --json --knob lifetime=10s\n"
         "openssl rand -hex 16 > key && chat-token serve --access-key-file key",
         runServe},
    };
}

std::vector<CommandSpec> restCommands()
{
    return {
        {"rest list",
         {},
         {{"--group", "G", "Only the groups whose name holds this text"}},
         "List the endpoints of the Chat RESTful API",
         "",
         "chat-token rest list --group user",
         runRestList},
        {"rest show",
         {{"ID"}},
         {},
         "Show what is known of an endpoint",
         "",
         "chat-token rest show user.register",
         runRestShow},
        {"rest call",
         {{"ID"}},
         {{"--set", "NAME=VALUE",
           "A value of the path, the query, a header or the body (a file as @PATH, ~/ too); repeatable",
           true},
          {"--body", "JSON|@FILE|-", "The body as it stands, from a file, or from stdin"},
          {"--host", "URL", "REST host in place of the project's"},
          {"--env", "NAME", "Environment whose variables stand for {{name}} in values and body"},
          {"--max-body", "SIZE",
           "Most of the answer's body that is taken: bytes, or with K, M, G; 1G when left out"},
          {"--timeout", "D", "Longest wait for the whole answer; 30s, or 15s of silence, when left out"},
          {"--unchecked", "", "Send also what the documents forbid"},
          {"--dry-run", "", "Print the request in place of sending it"},
          {"--as", "curl", "Print the request as a curl command in place of sending it"},
          {"--show-token", "", "Show the token in what is printed"}},
         "Send a request with an app token minted for it",
         "“rest show ID” lists the fields that --set takes. NAME is that of a field, a member of\n"
         "one (ext.colour, pushMessage.title), or an entry of a list ([0].username, usernames[0]).\n"
         "Where a name stands in two places, path:NAME=, query:NAME=, header:NAME= and body:NAME=\n"
         "say which is meant. VALUE may be empty; a list takes commas, lines or JSON.\n"
         "The body of the answer is printed as it came; on a terminal laid out, and above 256 kB\n"
         "the beginning only. With --json a body above 8 MiB is null, and body_file names the private\n"
         "file in the temporary folder where it is; that file stays until you delete it. \"doubts\"\n"
         "lists what makes the body doubtful. Exit 1 for HTTP 4xx and 5xx, 3 where bytes of the body\n"
         "are missing.",
         "chat-token --project sandbox rest call user.register --set username=alice\n"
         "chat-token rest call user.get --set username=alice --dry-run\n"
         "chat-token rest call message.roaming.clear.chat --set path:userId=alice --set query:userId=bob",
         runRestCall},
    };
}

std::vector<CommandSpec> programCommands()
{
    return {
        {"completion",
         {{"bash|zsh|fish"}},
         {},
         "Print the completions of a shell",
         "They know commands and options, endpoints, the fields of an endpoint after --set, and\n"
         "the stored projects. Packages install them; otherwise put the line into the shell's\n"
         "own start file, or save what is printed where the shell looks for completions.",
         "source <(chat-token completion bash)\nchat-token completion fish | source",
         runCompletion},
        {"help",
         {{"COMMAND", false, true}},
         {},
         "Print the help of the program or of a command",
         "",
         "chat-token help rest call",
         runHelp},
        {"version", {}, {}, "Print the version", "", "chat-token version", runVersion},
        {"__complete",
         {{"WORD", true, true}},
         {},
         "Print what can stand at the end of a command line, for the shells",
         "",
         "",
         runComplete,
         true},
    };
}

} // namespace

std::span<const CommandSpec> commands()
{
    static const std::vector<CommandSpec> all = [] {
        std::vector<CommandSpec> table = tokenCommands();
        for (const std::vector<CommandSpec>& more :
             {storeCommands(), localCommands(), serverCommands(), restCommands(), programCommands()})
            table.insert(table.end(), more.begin(), more.end());
        return table;
    }();
    return all;
}

std::span<const OptionSpec> globalOptions()
{
    return kGlobal;
}

const CommandSpec* findCommand(std::string_view name)
{
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const CommandSpec& command) { return command.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace cli
