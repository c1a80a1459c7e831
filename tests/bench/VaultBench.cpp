// SPDX-License-Identifier: Apache-2.0
// What opening takes with 500 projects, once the key is known: run by hand.
#include "core/project/Certificates.h"
#include "core/token/Inspector.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace {

constexpr int kProjects = 500;

/// A home with that many projects, two certificates each, made once.
struct Home
{
    Home()
        : folder((std::filesystem::temp_directory_path() / "vault_bench").string())
        , home{folder}
        , key(vault::VaultKey::random())
    {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directory(folder);
        vault::Vault vault(home.vaultFile(), clock);
        project::ProjectStore store(home);
        const bool ready = vault.load() && vault.create(key.copy(), {vault::Salt::random()}) && store.load();
        for (int i = 0; ready && i < kProjects; ++i) {
            const std::string hex = std::to_string(100000 + i) + "5CFd2fd1755d40ecb72977518b";
            const auto stored = store.add({.id = {},
                                           .name = "project " + std::to_string(i),
                                           .appId = hex,
                                           .orgName = "org",
                                           .appName = "app",
                                           .restHost = "https://a41.chat.agora.io",
                                           .webSocketHost = {},
                                           .certificateKept = true});
            for (const std::string_view role : {vault::kCertificate, vault::kPreviousCertificate})
                (void)vault.stagePut(stored->id, role, base::SecretBytes(hex));
        }
        if (!ready || !vault.save())
            std::abort();
    }
    ~Home() { std::filesystem::remove_all(folder); }

    std::string folder;
    project::Home home;
    base::SystemClock clock;
    vault::VaultKey key;
};

const Home& madeHome()
{
    static const Home home;
    return home;
}

void openProjects(benchmark::State& state)
{
    const Home& home = madeHome();
    for (auto _ : state) {
        project::ProjectStore store(home.home);
        project::Secrets secrets(home.home, home.clock);
        if (!store.load() || !secrets.vault().load() ||
            !secrets.vault().unlock(home.key.copy(), vault::KeySource::Keychain))
            state.SkipWithError("the vault cannot be opened");
        benchmark::DoNotOptimize(store.projects().size());
    }
}

void tryEveryCertificate(benchmark::State& state)
{
    const Home& home = madeHome();
    project::ProjectStore store(home.home);
    project::Secrets secrets(home.home, home.clock);
    if (!store.load() || !secrets.vault().load() ||
        !secrets.vault().unlock(home.key.copy(), vault::KeySource::Keychain))
        state.SkipWithError("the vault cannot be opened");
    for (auto _ : state)
        benchmark::DoNotOptimize(project::storedCertificates(store, secrets).size());
}

BENCHMARK(openProjects)->Unit(benchmark::kMillisecond);
BENCHMARK(tryEveryCertificate)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
