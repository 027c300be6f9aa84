using ChatAuth.Channels;
using ChatAuth.Cli.Hosting;
using ChatAuth.Cli.Models;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Cli.Onboarding;

/// <summary>What was done, what it proves and what comes next, in words.</summary>
internal static class OnboardText
{
    public static void Write(CliHost host, OnboardResult result, Proof proof, string? claim)
    {
        var output = host.Output;
        foreach (var (agent, entry) in result.Stored)
            output.WriteLine($"Stored   {entry.Id}, {entry.Credential.Kind}{(agent.IsMain ? "" : $", for agent {agent}")}");
        foreach (var login in result.Shortened)
            output.WriteLine($"         {login.Id} came without its refresh token, which stays Clawdbot's: it serves until its access token ends.");
        if (result.Edit is { } edit)
        {
            if (edit.IsSaved) output.WriteLine($"Config   {host.Get<StatePaths>().Configuration}");
            LeftAlone.Write(host, edit);
        }
        foreach (var hint in result.Imports.Select(ImportText.Hint).OfType<string>()) output.WriteLine($"Borrowed {hint}");
        if (result.Unmapped.Count > 0)
        {
            output.WriteLine("Not taken over from Clawdbot:");
            foreach (var key in result.Unmapped) output.WriteLine($"  {CleanText.Name(key.Path)}: {Says(key.Reason)}");
        }
        WriteProof(output, proof);
        output.WriteLine();
        WriteNext(output, proof, claim);
    }

    private static void WriteProof(TextWriter output, Proof proof)
    {
        output.WriteLine($"Model    {proof.Model}");
        if (proof.Payer is { } payer)
        {
            output.WriteLine($"Pays     {payer.Id} ({CleanText.Name(payer.Label)}), {CleanText.Name(payer.Credential.Kind)}, {Kebab.Of(payer.Billing)}");
            if (!proof.CanBeCalled) output.WriteLine($"         This installation cannot call {proof.Model.Provider}.");
            return;
        }
        output.WriteLine("Pays     nobody");
        foreach (var candidate in proof.Missing) output.WriteLine($"         {candidate.Id}: {Kebab.Of(candidate.Reason)}");
        if (proof.Missing.Count == 0) output.WriteLine($"         There is no credential for {proof.Model.Provider}.");
    }

    private static void WriteNext(TextWriter output, Proof proof, string? claim)
    {
        if (proof.Payer is not null) output.WriteLine("Next     chatauth chat, or start the gateway (docs/operations.md)");
        if (claim is null) return;
        output.WriteLine("Owner    Nobody owns the bot yet. Send this to it in a private chat within 15 minutes; it works once:");
        output.WriteLine();
        output.WriteLine($"  {claim}");
        output.WriteLine();
        output.WriteLine("         chatauth access claim prints another one.");
    }

    private static string Says(UnmappedReason reason) => reason switch
    {
        UnmappedReason.Secret => "holds a secret; set it anew",
        UnmappedReason.Reference => "refers to something else, which was neither read nor run",
        UnmappedReason.Unusable => "cannot be used in that form",
        UnmappedReason.OtherAddress => "would send keys that are here already to another address; set Providers by hand if that is meant",
        UnmappedReason.Covered => "is covered by another entry, or by its own program",
        _ => "has no counterpart here",
    };
}
