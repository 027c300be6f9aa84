using System.Collections.Concurrent;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>Asks vendors whose account a token is, and no token that was answered a second time.</summary>
internal sealed class AccountQuestions(IEnumerable<IAccountIdentity> identities, TimeProvider time)
{
    /// <summary>A vendor that could not be asked is asked again so much later.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Asked> _last = new();

    /// <summary>The vendor's answer; null where nothing that knows the vendor is configured.</summary>
    public async Task<AccountAnswer?> AskAsync(ProviderId provider, Secret token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_last.TryGetValue(provider.Name, out var last) && last.Token.Equals(token) && (last.Answer is not AccountAnswer.Unknown || now < last.At + Pause))
        {
            return last.Answer;
        }
        if (identities.FirstOrDefault(identity => identity.Serves(provider)) is not { } identity) return null;
        var answer = await identity.IdentifyAsync(provider, token, cancellationToken).ConfigureAwait(false);
        _last[provider.Name] = new Asked(token, answer, now);
        return answer;
    }

    private sealed record Asked(Secret Token, AccountAnswer Answer, DateTimeOffset At);
}
