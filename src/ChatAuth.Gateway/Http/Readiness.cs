using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Gateway.Http;

/// <summary>Whether a message that somebody sends now would be answered, on whichever platform.</summary>
internal sealed class Readiness(IEnumerable<ChannelReadiness> channels, IAccessStore access)
{
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (!channels.All(channel => channel.IsReady)) return false;
        try
        {
            await access.LoadAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ChatAuthException)
        {
            return false; // What is wrong with the database is said where it is used.
        }
    }
}
