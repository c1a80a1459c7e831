// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/catalogue/Constraints.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

enum class FieldType { String, Number, Boolean, StringArray, Object, File };

/// One value that a person fills in: a path parameter, a query parameter, a header or a part of the body.
/// Body names are paths: `pushMessage.title` is a member of a member, `[].username` a member of every object
/// of the array that is the body, `[]` the elements of that array. A name in braces (`{key}`) stands for any
/// name.
struct Field
{
    std::string name;
    FieldType type = FieldType::String;
    std::string typeName; ///< as the documents say: String, Number, Int, Long, Array of String ...
    bool required = false;
    std::string description;
    std::string defaultText; ///< what the service takes when the field is missing, in words or as a value
    base::JsonValue defaultValue; ///< defaultText as a value of the type; null when it is only words
    base::JsonValue example;      ///< a value that a form may begin with; null when there is none
    std::string constraintText;   ///< the limits as the documents put them, for people
    Constraints constraints;      ///< the limits that a program can check
};

/// What kind of token the call wants in its Authorization header.
enum class Auth { None, App, User, AppOrUser };

enum class BodyKind { None, JsonObject, JsonArray, Form, Multipart };

/// A documented error answer. `error` is the word of the envelope. Some services leave it out of the answer.
struct ErrorRow
{
    int status = 0;
    std::string error;
    std::string description;       ///< error_description as documented
    std::vector<std::string> also; ///< other wordings of the same answer
    std::string when;              ///< what it means
    std::string source;
};

struct ResponseField
{
    std::string name;
    std::string type;
    std::string description;
};

struct ResponseShape
{
    std::string envelope; ///< the family: full, full+entities, full-nopath, lite, lite-noentities, timing,
                          ///< action, meta, thread, reaction, bare, binary
    std::vector<std::string> envelopeFields; ///< exactly what this answer has of an envelope
    std::string pathValue; ///< what `path` holds, with placeholders for what the call brings; may be empty
    std::vector<ResponseField> fields;
};

/// The shape of one kind of message body: the fields and the example of `body` when `type` is this word.
struct BodyVariant
{
    std::string type;
    std::vector<Field> fields;
    base::JsonValue example;
};

/// How an entry is told from others of the same method and path shape (`route_by` in the file). Every part
/// that is set must hold; of the entries that hold the one with the most parts wins, and `otherwise` takes
/// what no other takes.
///
///   {"body": "array"}                 the JSON body is an array (or "object")
///   {"body_has": "newowner"}          the body object has that member
///   {"body_is": {"grant_type": "x"}}  the member has that text
///   {"header_is": {"thumbnail": "true"}}   the header has that value; names without regard to case
///   {"path": "list"}                  the last {placeholder} holds a comma ("single": it holds none)
///   {"otherwise": true}               none of the others
struct RouteBy
{
    using Pair = std::pair<std::string, std::string>;

    std::string body;
    std::string bodyHas;
    std::optional<Pair> bodyIs;
    std::optional<Pair> headerIs;
    std::string path;
    bool otherwise = false;

    [[nodiscard]] bool empty() const
    {
        return body.empty() && bodyHas.empty() && !bodyIs && !headerIs && path.empty() && !otherwise;
    }
};

/// One call of the RESTful API.
struct Endpoint
{
    std::string id; ///< such as user.register.batch
    std::string group;
    std::string title;
    std::string method;
    std::string path;      ///< /{org_name}/{app_name}/users/{username}
    std::string pathAppId; ///< /app-id/{app_id}/users/{username}
    Auth auth = Auth::App;
    std::string contentType; ///< empty when there is no body
    BodyKind bodyKind = BodyKind::None;
    std::vector<Field> pathFields; ///< org_name and app_name first
    std::vector<Field> queryFields;
    std::vector<Field> headerFields;
    std::vector<Field> bodyFields;
    std::vector<BodyVariant> bodyVariants;
    int successStatus = 200;
    ResponseShape responseShape;
    std::vector<ErrorRow> errorCodes;
    std::string rateLimit;
    std::string featureSwitch; ///< what has to be switched on in Agora Console; empty when nothing
    std::string documentedBy;
    std::string confidence;
    std::string source;
    std::vector<std::string>
        callers; ///< who may call it: app, self, member, admin, owner, superadmin, any_user
    std::vector<std::string> notes;
    std::vector<std::string> docConflicts; ///< where the documents disagree with themselves
    RouteBy routeBy;
    base::JsonValue raw; ///< the whole entry as it stands in the file

    /// The example body, or nullptr. The value belongs to `raw`.
    [[nodiscard]] const base::JsonValue* bodyExample() const;
    [[nodiscard]] const base::JsonValue* responseExample() const;

    /// The rows of that status and word; an empty word gives every row of the status.
    [[nodiscard]] std::vector<const ErrorRow*> errorsFor(int status, std::string_view error) const;

    /// The segments of `path` behind /{org_name}/{app_name}, such as "users", "{username}".
    [[nodiscard]] std::vector<std::string> routeSegments() const;
};

/// Parts between slashes; no empty first part for the leading slash.
[[nodiscard]] std::vector<std::string> splitPath(std::string_view path);

/// The name in `{name}`, or nothing for a literal segment.
[[nodiscard]] std::optional<std::string_view> placeholder(std::string_view segment);

} // namespace catalogue
