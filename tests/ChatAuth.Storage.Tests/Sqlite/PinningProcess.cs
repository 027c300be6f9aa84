using System.Diagnostics;
using System.Globalization;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>Another process that pins in one conversation, and says each cause as soon as it is acknowledged.</summary>
internal static class PinningProcess
{
    public static readonly SessionKey Chat = SessionKey.Terminal("proof");

    public static Process Start(string path, string writer, int count) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(PinningProcess).Assembly.Location, "pin", path, writer, count.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
    })!;

    public static async Task RunAsync(string path, string writer, int count)
    {
        using var database = new SqliteDatabase(path);
        var sessions = new SqliteSessionStore(database, TimeProvider.System);
        for (var i = 0; i < count; i++)
        {
            var cause = new ChangeCause($"{writer}:{i}");
            await sessions.UpdateAsync(Chat, cause, snapshot => Pin(snapshot.Session, cause), default);
            await Console.Out.WriteLineAsync(cause.Text);
            await Console.Out.FlushAsync();
        }
    }

    private static SessionUpdate<bool> Pin(Session session, ChangeCause cause)
    {
        var next = SessionStates.Pinned(new PinState.UserPinned(
            SessionStates.Work with { Name = $"p{session.Version + 1}" }, SessionStates.WorkPayer, SessionStates.Alice));
        return new SessionUpdate<bool>(true, next, new HistoryEntry(
            0, Chat, DateTimeOffset.UnixEpoch, "profile-pinned", SessionStates.Alice, cause, session.State.Choice, next.Choice));
    }
}
