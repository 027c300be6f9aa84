using ChatAuth.Cli.Hosting;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Hosting;

/// <summary>A secret at each position of each command is never printed back.</summary>
internal sealed class SecretArgumentTests
{
    private const string Tail = "Qz7Xw9Lm2Kp4Vt8Rn3Bc";

    private static readonly string[] Lines =
    [
        "models --json --check --agent main",
        "models --plain",
        "models status --check --agent main",
        "models status --json --agent main",
        "models status --probe --probe-provider anthropic --probe-profile anthropic:work --probe-model opus --probe-timeout 5s --json",
        "models status --probe --probe-concurrency 3 --probe-max-tokens 16 --probe-record --check",
        "models list --all --plain --agent main",
        "models list --json",
        "models set opus --json",
        "models set anthropic/claude-opus-4-5",
        "models aliases list --json",
        "models aliases add fast opus",
        "models aliases add fast anthropic/claude-opus-4-5 --json",
        "models aliases remove opus",
        "models fallbacks list --json",
        "models fallbacks add gpt --json",
        "models fallbacks remove gpt",
        "models fallbacks clear --json",
        "models auth setup-token --provider anthropic --yes",
        "models auth paste-token --provider anthropic --profile-id anthropic:work --expires-in 30d --agent main",
        "models auth paste-token --provider anthropic --profile-id work --json",
        "models auth paste-api-key --provider anthropic --profile-id anthropic:work --same-account --agent main",
        "models auth paste-api-key --provider openai --agent research --json",
        "models auth login --provider anthropic --profile-id anthropic:mine --no-browser --replace --agent main --json",
        "models auth list --json --agent main",
        "models auth list",
        "models auth remove anthropic:work --agent main --yes",
        "models auth remove anthropic:work --yes --json",
        "models auth accept claude-cli --agent main",
        "models auth accept anthropic:work --json",
        "models auth cooldown --agent main --json",
        "models auth cooldown clear anthropic:work --agent main",
        "models auth cooldown clear anthropic:work --json",
        "models auth order get --provider anthropic --agent main",
        "models auth order get --provider anthropic --agent main --json",
        "models auth order set anthropic:work anthropic:home --provider anthropic --agent main",
        "models auth order set anthropic:work --provider anthropic --agent main --json",
        "models auth order clear --provider anthropic --agent main",
        "models auth order clear --provider anthropic --agent main --json",
        "access owner telegram:42 --remove",
        "access allow telegram:42 ask,view --in private",
        "access deny telegram:42 pin --in telegram:bot:-100",
        "access remove telegram:42 --in private",
        "access list --json",
        "access claim",
        "sessions list --json",
        "sessions show t1 --json",
        "sessions show t1",
        "sessions forget t1",
        "sessions export t1 --json",
        "why t1 --json",
        "why t1",
        "doctor --json",
        "doctor",
        "onboard --from-clawdbot none --accept none --keep-env --model opus --yes --json",
        "onboard --use-env --accept claude-cli",
        "models status --check --notify --json",
        "chat --demo --json --session t1 --as telegram:42 --agent main",
    ];

    [Test]
    public void Lines_use_every_command()
    {
        var commands = CommandDocument.Leaves(CommandTree.Create(TestInstallation.Host())).Select(UsageError.PathOf);

        Assert.That(commands, Has.All.Matches<string>(path => Lines.Any(line => $"chatauth {line} ".StartsWith($"{path} ", StringComparison.Ordinal))));
    }

    [Test]
    public async Task Secret_is_not_printed_wherever_it_stands(
        [ValueSource(nameof(Lines))] string line,
        [Values("sk-ant-api03-FAKE" + Tail, Tail, "anthropic:" + Tail, "@" + Tail, "[" + Tail + "]", "--" + Tail, "telegram:" + Tail)] string secret)
    {
        foreach (var args in Placed(line.Split(' '), secret))
        {
            var installation = new TestInstallation { Borrowed = new FakeCredentialSource() };
            installation.Agents.Put("anthropic:work", TestInstallation.Key());
            installation.Agents.Put("anthropic:home", TestInstallation.Key());

            var run = await installation.RunAsync(args);

            Assert.That(Windows().Where(run.All.Contains), Is.Empty, () => string.Join(' ', args));
        }
    }

    /// <summary>Before each word, after the last, in place of each, and as the value of each option.</summary>
    private static IEnumerable<string[]> Placed(string[] words, string secret)
    {
        for (var i = 0; i <= words.Length; i++) yield return [.. words[..i], secret, .. words[i..]];
        for (var i = 0; i < words.Length; i++) yield return [.. words[..i], secret, .. words[(i + 1)..]];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].StartsWith("--", StringComparison.Ordinal)) yield return [.. words[..i], $"{words[i]}={secret}", .. words[(i + 1)..]];
        }
    }

    private static IEnumerable<string> Windows()
    {
        for (var i = 0; i + 6 <= Tail.Length; i++) yield return Tail.Substring(i, 6);
    }
}
