using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>Says where a credential was stored and what comes next.</summary>
/// <param name="Entry">It as stored.</param>
/// <param name="StorePath">Where.</param>
/// <param name="Effect">What it changed.</param>
/// <param name="Edit">What became of its description in the configuration.</param>
internal sealed record DepositReport(StoredCredential Entry, string StorePath, DepositEffect Effect, StateFileEdit Edit)
{
    private const string Next = "chatauth models status";

    public void Write(CliHost host)
    {
        var path = host.Get<StatePaths>().Configuration;
        if (host.Json) JsonOutput.Write(host.Output, json =>
        {
            json.WriteString("profileId", Entry.Id.ToString());
            json.WriteString("provider", Entry.Provider.Name);
            json.WriteString("type", Entry.Credential.Kind);
            json.WriteString("authStorePath", StorePath);
            json.WriteString("configPath", path);
            json.WriteBoolean("configChanged", Edit.IsSaved);
            json.WriteStrings("leftAlone", Edit.LeftAlone.Select(left => left.Key));
            json.WriteMoment("expiresAt", Entry.Credential.Expires);
            json.WriteString("effect", Kebab.Of(Effect));
            json.WriteString("next", Next);
        });
        else WriteText(host, path);
    }

    private void WriteText(CliHost host, string path)
    {
        host.Output.WriteLine($"Profile  {Entry.Id}, {Entry.Credential.Kind}{(Entry.Credential.Expires is { } ends ? $", ends {Remaining.Text(ends, host.Now)}" : "")}");
        host.Output.WriteLine($"Store    {StorePath}");
        if (Edit.IsSaved) host.Output.WriteLine($"Config   {path}");
        LeftAlone.Write(host, Edit);
        if (Effect is DepositEffect.OtherPayer) host.Output.WriteLine("Pins     those on this profile are broken: another account may pay now. They are set again in the chat.");
        if (Effect is DepositEffect.SamePayer) host.Output.WriteLine("Pins     stay.");
        host.Output.WriteLine($"Next     {Next}");
    }
}
