using System.CommandLine;
using System.CommandLine.Parsing;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Sessions;

/// <summary>A conversation on the command line.</summary>
internal static class SessionArgument
{
    public static Argument<SessionKey> Create(string name = "KEY") => new(name)
    {
        Description = "The conversation: channel:bot:conversation[:thread], or the short name of one at the terminal.",
        CustomParser = Parse,
    };

    public static SessionKey Parse(ArgumentResult result)
    {
        if (!SessionKey.TryParseShort(result.Tokens[0].Value, out var key)) result.AddError("not a conversation");
        return key;
    }

    /// <summary>What is known about a conversation; null when it was never saved.</summary>
    public static async Task<SessionSnapshot?> FindAsync(CliHost host, SessionKey key, CancellationToken cancellationToken)
    {
        var snapshot = await host.Get<ISessionStore>().LoadAsync(key, null, cancellationToken).ConfigureAwait(false);
        return snapshot.Session.Version == 0 ? null : snapshot;
    }

    public static int Unknown(CliHost host) => host.Fail(ErrorCode.SessionUnknown);
}
