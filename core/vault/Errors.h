// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The failures that core/vault reports. args are noted behind each; a path comes first.
namespace vault::errors {

// What a file is.
inline constexpr std::string_view kDamaged = "vault-damaged";                // path
inline constexpr std::string_view kNewer = "vault-newer";                    // path, format
inline constexpr std::string_view kContentsBroken = "vault-contents-broken"; // path
inline constexpr std::string_view kMissing = "vault-missing";                // path
inline constexpr std::string_view kLinkBroken = "vault-link-broken";         // path
inline constexpr std::string_view kNotAFile = "vault-not-a-file";            // path
inline constexpr std::string_view kNoBackup = "vault-no-backup";             // path of the backup
inline constexpr std::string_view kExists = "vault-exists";                  // path
inline constexpr std::string_view kReplaced = "vault-replaced";              // path
inline constexpr std::string_view kNotAnExport = "not-an-export";            // path

// What fits and what does not.
inline constexpr std::string_view kWrongPassphrase = "wrong-passphrase"; // tries, path of the backup or ""
inline constexpr std::string_view kKeyOfAnotherVault = "key-of-another-vault"; // path
inline constexpr std::string_view kKeyWasChanged = "key-was-changed";          // path
inline constexpr std::string_view kVaultOrKeyChanged = "vault-or-key-changed"; // path
inline constexpr std::string_view kKeychainKeyWrong = "keychain-key-wrong";    // path
inline constexpr std::string_view kNoPassphrase = "vault-no-passphrase";       // -
inline constexpr std::string_view kPassphraseEmpty = "passphrase-empty";       // -
inline constexpr std::string_view kPassphraseTooLong = "passphrase-too-long";  // the limit in bytes
inline constexpr std::string_view kPassphraseNotUtf8 = "passphrase-not-utf8";  // -
inline constexpr std::string_view kPassphraseWeak = "passphrase-weak";         // -
inline constexpr std::string_view kNoMemory = "passphrase-no-memory";          // MiB that are needed
inline constexpr std::string_view kKeyFileBroken = "key-file-broken";          // path
inline constexpr std::string_view kKeyFileExists = "key-file-exists";          // path

// What cannot be done now.
inline constexpr std::string_view kLocked = "vault-locked";                      // -
inline constexpr std::string_view kBusy = "vault-busy";                          // -
inline constexpr std::string_view kNoSecret = "no-such-secret";                  // project id, role
inline constexpr std::string_view kFull = "vault-full";                          // the limit in bytes
inline constexpr std::string_view kSecretTooLong = "secret-too-long";            // length, the limit in bytes
inline constexpr std::string_view kChangedElsewhere = "vault-changed-elsewhere"; // path
inline constexpr std::string_view kLockBusy = "vault-lock-busy";                 // path of the lock
inline constexpr std::string_view kSelfCheck = "vault-self-check";               // path or ""

// Things to tell that are no failure.
inline constexpr std::string_view kTightened = "vault-tightened";        // path, the old mode in octal
inline constexpr std::string_view kOlderCopy = "vault-older-copy";       // path, number, last seen
inline constexpr std::string_view kSwappable = "vault-memory-swappable"; // -

// The keychain. The reason is the keychain's own text.
inline constexpr std::string_view kKeychainUnavailable = "keychain-unavailable";           // reason
inline constexpr std::string_view kKeychainLockedOrMissing = "keychain-locked-or-missing"; // -
inline constexpr std::string_view kKeychainRefused = "keychain-refused";                   // reason
inline constexpr std::string_view kKeychainSilent = "keychain-silent";                     // seconds

inline constexpr std::array kAll{kDamaged,
                                 kNewer,
                                 kContentsBroken,
                                 kMissing,
                                 kLinkBroken,
                                 kNotAFile,
                                 kNoBackup,
                                 kExists,
                                 kReplaced,
                                 kNotAnExport,
                                 kWrongPassphrase,
                                 kKeyOfAnotherVault,
                                 kKeyWasChanged,
                                 kVaultOrKeyChanged,
                                 kKeychainKeyWrong,
                                 kNoPassphrase,
                                 kPassphraseEmpty,
                                 kPassphraseTooLong,
                                 kPassphraseNotUtf8,
                                 kPassphraseWeak,
                                 kNoMemory,
                                 kKeyFileBroken,
                                 kKeyFileExists,
                                 kLocked,
                                 kBusy,
                                 kNoSecret,
                                 kFull,
                                 kSecretTooLong,
                                 kChangedElsewhere,
                                 kLockBusy,
                                 kSelfCheck,
                                 kTightened,
                                 kOlderCopy,
                                 kSwappable,
                                 kKeychainUnavailable,
                                 kKeychainLockedOrMissing,
                                 kKeychainRefused,
                                 kKeychainSilent};

} // namespace vault::errors
