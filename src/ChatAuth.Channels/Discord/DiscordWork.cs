using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>An interaction that is being answered.</summary>
/// <param name="Context">Whose it is, and where.</param>
/// <param name="Place">Where its answers go.</param>
/// <param name="IsTap">It is on a message of ours, which its answer changes.</param>
/// <param name="Began">When it came, by the clock that nobody sets.</param>
internal sealed record DiscordWork(CommandContext Context, DiscordPlace Place, bool IsTap, long Began)
{
    /// <summary>Only the asker sees the answer; where nobody else is, nothing has to be hidden.</summary>
    public bool IsEphemeral => Place.IsShared && Context.Visibility is Visibility.Private;
}
