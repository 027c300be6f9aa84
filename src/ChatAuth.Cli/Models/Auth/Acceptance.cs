using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>Writes into the configuration that the login of a program may be chosen automatically.</summary>
internal static class Acceptance
{
    /// <summary>Writes it. The services are made anew, so that they know.</summary>
    public static async Task<StateFileEdit> WriteAsync(CliHost host, string source, CancellationToken cancellationToken)
    {
        var said = host.Get<ChatAuthSettings>().Imports.GetValueOrDefault(source) ?? new ImportSettings(source);
        var edit = await host.Get<StateFileEditor>()
            .EditAsync(draft => draft.PutImport(said with { Accepted = true, Removed = false }), cancellationToken).ConfigureAwait(false);
        LeftAlone.Write(host, edit);
        await host.RestartAsync().ConfigureAwait(false);
        return edit;
    }

    /// <summary>The same where something else is done already: of a file that is written by hand there is only a note of what to write.</summary>
    public static async Task<StateFileEdit> TryWriteAsync(CliHost host, string source, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(host, source, cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException byHand) when (byHand.Code == ErrorCode.ConfigurationByHand)
        {
            host.Error.WriteLine($"note: {byHand.Detail}");
            return new StateFileEdit(IsSaved: false, []);
        }
    }
}
