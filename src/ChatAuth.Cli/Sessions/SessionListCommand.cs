using System.CommandLine;
using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary><c>chatauth sessions list</c>.</summary>
internal static class SessionListCommand
{
    private const int Limit = 1000;

    public static Command Create(CliHost host)
    {
        var command = new Command("list", "List conversations, last saved first; at most 1000.") { Switches.Json() };
        command.SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, CancellationToken cancellationToken)
    {
        var sessions = await host.Get<ISessionStore>().ListAsync(Limit, cancellationToken).ConfigureAwait(false);
        if (host.Json) JsonOutput.Write(host.Output, json => WriteJson(json, sessions));
        else if (sessions.Count == 0) host.Output.WriteLine("No conversation has chosen anything yet.");
        foreach (var session in host.Json ? [] : sessions)
        {
            host.Output.WriteLine($"{session.Key}  {SessionText.Model(session.State)}  {SessionText.Pins(session.State)}  {SessionText.Moment(session.UpdatedAt)}");
        }
        return ExitCodes.Ok;
    }

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Session> sessions)
    {
        json.WriteStartArray("sessions");
        foreach (var session in sessions)
        {
            json.WriteStartObject();
            SessionJson.Write(json, session);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
