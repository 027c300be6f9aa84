using System.CommandLine;
using System.Globalization;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions show</c>.</summary>
internal static class SessionShowCommand
{
    public static Command Create(CliHost host)
    {
        var key = SessionArgument.Create();
        var command = new Command("show", "Show what a conversation has chosen, and who paid last.") { key, Switches.Json() };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed.GetValue(key), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, SessionKey key, CancellationToken cancellationToken)
    {
        if (await SessionArgument.FindAsync(host, key, cancellationToken).ConfigureAwait(false) is not { } found) return SessionArgument.Unknown(host);
        if (host.Json) WriteJson(host.Output, found);
        else WriteText(host.Output, found);
        return ExitCodes.Ok;
    }

    private static void WriteJson(TextWriter output, SessionSnapshot found) => JsonOutput.Write(output, json =>
    {
        SessionJson.Write(json, found.Session);
        if (found.LastReceipt is not { } receipt)
        {
            json.WriteNull("lastReceipt");
            return;
        }
        json.WriteStartObject("lastReceipt");
        json.WriteString("model", receipt.Model.ToString());
        json.WriteString("profileId", receipt.Profile.ToString());
        json.WriteString("billing", Kebab.Of(receipt.Billing));
        json.WriteMoment("at", ServedAt(receipt));
        json.WriteEndObject();
    });

    private static void WriteText(TextWriter output, SessionSnapshot found)
    {
        var (key, version, state, updatedAt) = found.Session;
        output.WriteLine($"Conversation  {key}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Saved         {version} times, last at {SessionText.Moment(updatedAt)}"));
        output.WriteLine($"Model         {SessionText.Model(state)}");
        output.WriteLine($"Pins          {SessionText.Pins(state)}");
        if (found.Parent is not null && state.Follows) output.WriteLine($"In effect     {SessionText.Model(found.Effective)}; {SessionText.Pins(found.Effective)}");
        output.WriteLine(found.LastReceipt is { } receipt
            ? $"Last paid     {receipt.Profile} for {receipt.Model} at {SessionText.Moment(ServedAt(receipt))}"
            : "Last paid     nobody yet");
    }

    private static DateTimeOffset ServedAt(Attempt receipt) => receipt.EndedAt ?? receipt.StartedAt;
}
