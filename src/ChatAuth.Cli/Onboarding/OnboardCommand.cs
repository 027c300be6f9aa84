using System.CommandLine;
using System.Security.Cryptography;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary><c>chatauth onboard</c>: find, choose, store, prove, and say what comes next.</summary>
internal static class OnboardCommand
{
    public static Command Create(CliHost host) =>
        TypedCommand.Create(host, "onboard", "Set this installation up: find what is there, store it for a daemon, and prove who pays.", command => Fill(command, host));

    private static void Fill(Command command, CliHost host)
    {
        var clawdbot = new Option<string?>("--from-clawdbot") { Description = "Take over an installation of Clawdbot, or none.", HelpName = "DIR" };
        var accept = new Option<string[]>("--accept") { Description = "Let a program's login be chosen automatically, or none; can stand several times.", HelpName = "SOURCE" };
        var useEnv = new Option<bool>("--use-env") { Description = "Store the keys of the environment, for a daemon that does not have it." };
        var keepEnv = new Option<bool>("--keep-env") { Description = "Leave the keys of the environment where they are." };
        var key = new Option<ProviderId?>("--api-key-provider")
        {
            Description = "Store an API key of this provider, from a hidden prompt or standard input.",
            HelpName = "PROVIDER",
            CustomParser = result =>
            {
                if (ProviderId.TryParse(result.Tokens[0].Value, out var provider) && !SecretInput.IsSuspect(provider.Name)) return provider;
                result.AddError("not a provider");
                return null;
            },
        };
        var model = new Option<string?>("--model") { Description = "The default model.", HelpName = "MODEL" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        foreach (var option in (Option[])[clawdbot, accept, useEnv, keepEnv, key, model, yes, Switches.Json()]) command.Add(option);
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(useEnv) && parsed.GetValue(keepEnv)
            ? Task.FromResult(host.Fail(ErrorCode.OnboardingContradictory, "--use-env and --keep-env"))
            : RunAsync(
                host,
                new OnboardArguments
                {
                    Clawdbot = parsed.GetValue(clawdbot),
                    Accepted = parsed.GetValue(accept) ?? [],
                    StoresEnvironment = parsed.GetValue(useEnv) ? true : parsed.GetValue(keepEnv) ? false : null,
                    KeyProvider = parsed.GetValue(key),
                    Model = parsed.GetValue(model),
                    TakesDefaults = parsed.GetValue(yes),
                },
                cancellationToken));
    }

    private static async Task<int> RunAsync(CliHost host, OnboardArguments given, CancellationToken cancellationToken)
    {
        var known = host.All<ICredentialSource>().Select(source => source.Name).Append(OnboardArguments.None);
        if (given.Accepted.Except(known).Any()) return host.Fail(ErrorCode.SourceUnknown, "--accept");
        if (given.Clawdbot is { } named && named != OnboardArguments.None && !ClawdbotDirectory.Holds(named)) return host.Fail(ErrorCode.ClawdbotMissing, "--from-clawdbot");
        var found = await Found.LookAsync(host, DirectoryOf(given), cancellationToken).ConfigureAwait(false);
        if (!host.Json) FoundText.Write(host, found);
        var interview = new OnboardInterview(host, given, found);
        var plan = await interview.RunAsync(cancellationToken).ConfigureAwait(false);
        if (interview.Unanswered.Count > 0) return host.Fail(ErrorCode.OnboardingUnanswered, string.Join("; ", interview.Unanswered));
        var result = await new OnboardStore(host, plan, found).RunAsync(cancellationToken).ConfigureAwait(false);
        var proof = await Proof.OfAsync(host, cancellationToken).ConfigureAwait(false);
        var claim = await InviteAsync(host, cancellationToken).ConfigureAwait(false);
        if (host.Json) JsonOutput.Write(host.Output, json => OnboardJson.Write(json, host, found, result, proof, claim));
        else OnboardText.Write(host, result, proof, claim);
        return proof.Payer is null ? FailProof(host, proof, found) : ExitCodes.Ok;
    }

    private static string? DirectoryOf(OnboardArguments given)
    {
        if (given.Clawdbot is { } named) return named == OnboardArguments.None ? null : named;
        var process = ProcessEnvironment.Current;
        return ClawdbotDirectory.Find(process.Home, process.Variables);
    }

    /// <summary>The way to the first owner; null where somebody owns the bot.</summary>
    private static async Task<string?> InviteAsync(CliHost host, CancellationToken cancellationToken)
    {
        var access = host.Get<IAccessStore>();
        if ((await access.LoadAsync(cancellationToken).ConfigureAwait(false)).Owners.Count > 0) return null;
        var code = ClaimCode.Create(RandomNumberGenerator.GetBytes(ClaimCode.RandomLength));
        await access.SaveClaimAsync(code.Hash, host.Now + ClaimCode.Lifetime, cancellationToken).ConfigureAwait(false);
        return $"/model claim {code.Text}";
    }

    /// <summary>JSON has said so already, in one object.</summary>
    private static int FailProof(CliHost host, Proof proof, Found found)
    {
        var code = ErrorCode.OnboardingIncomplete;
        host.Error.WriteLine($"error [{code.Id}]: {code.Message}");
        var login = found.Logins.FirstOrDefault(login => login is { Reading: SourceReading.Login, Said: not { Accepted: true } } && login.Source.Profile.Provider == proof.Model.Provider);
        host.Error.WriteLine($"remedy: chatauth onboard {(login is null ? $"--api-key-provider {proof.Model.Provider}" : $"--accept {login.Source.Name}")}");
        return code.ExitCode;
    }
}
