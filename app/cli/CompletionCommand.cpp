// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Commands.h"

namespace cli {
namespace {

// Each script hands the words over to “chat-token __complete”, whose answer it shows: one proposal a line,
// what it means behind a tab, and ":files" where names of files fit.

constexpr std::string_view kBash = R"(# bash completion for chat-token
_chat_token() {
    local word line glue= breaks= cur= prefix=
    local -a words=()
    [[ $COMP_WORDBREAKS == *=* ]] && breaks+='='
    [[ $COMP_WORDBREAKS == *:* ]] && breaks+=':'
    # bash takes words apart at = and :, which belong to them here.
    local -i at
    for ((at = 1; at <= COMP_CWORD; ++at)); do
        word=${COMP_WORDS[at]//[\\\"\']/}
        [[ $at -eq COMP_CWORD && -z $word && ${COMP_LINE:COMP_POINT-1:1} == [[:space:]] ]] && glue=
        if [[ ${#words[@]} -gt 0 && -n $breaks && ( $glue || $word == [$breaks]* ) ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        glue=
        [[ -n $breaks && $word == *[$breaks] ]] && glue=1
    done
    cur=${words[-1]}
    [[ -n $breaks ]] && prefix=${cur%"${cur##*[$breaks]}"}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "${cur#"$prefix"}")
            continue
        fi
        line=${line%%$'\t'*}
        [[ $line == *= ]] && compopt -o nospace 2>/dev/null
        printf -v line %q "${line#"$prefix"}"
        COMPREPLY+=("$line")
    done < <("${1:-chat-token}" __complete -- "${words[@]}" 2>/dev/null)
}
complete -F _chat_token chat-token)";

constexpr std::string_view kZsh = R"(#compdef chat-token
# zsh completion for chat-token
_chat_token() {
    local line name
    local -a names shown open openShown
    for line in "${(@f)$("${(Q)words[1]}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        name=${line%%$'\t'*}
        if [[ $line == :files ]]; then
            _files
        elif [[ $name == *= ]]; then
            open+=("$name")
            openShown+=("${line/$'\t'/  -- }")
        elif [[ -n $name ]]; then
            names+=("$name")
            shown+=("${line/$'\t'/  -- }")
        fi
    done
    (( $#names )) && compadd -l -d shown -a names
    (( $#open )) && compadd -l -S '' -d openShown -a open
    return 0
}
if [[ $funcstack[1] == _chat_token ]]; then
    _chat_token "$@"
else
    compdef _chat_token chat-token
fi)";

constexpr std::string_view kFish = R"(# fish completion for chat-token
function __chat_token_complete
    set -l words (commandline -opc)
    set -l begun (commandline -ct | string unescape)
    for line in ($words[1] __complete -- $words[2..-1] "$begun" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$begun"
        else
            printf '%s\n' $line
        end
    end
end
complete -c chat-token -f -a '(__chat_token_complete)')";

} // namespace

Outcome runCompletion(Context& context)
{
    const std::string& shell = *context.args.operand(0);
    if (shell == "bash")
        context.io.line(kBash);
    else if (shell == "zsh")
        context.io.line(kZsh);
    else if (shell == "fish")
        context.io.line(kFish);
    else
        return failed(Failure::usage("unknown-shell", "SHELL", "“" + shell + "” is none of bash, zsh, fish",
                                     "Name one of them."));
    return kDone;
}

} // namespace cli
