using System.Collections.Concurrent;
using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Testing.Fakes;

/// <summary>An issuer that answers as it is told, and by default gives the next tokens. It writes down what it was shown.</summary>
public sealed class ScriptedTokenEndpoint : ITokenEndpoint
{
    private readonly ConcurrentQueue<Func<Task<RawTokenAnswer>>> _script = new();
    private int _given;

    /// <summary>The refresh tokens that it was shown, in order.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    /// <summary>What happens while a request is under way; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>The next request is answered so.</summary>
    public ScriptedTokenEndpoint Answer(int status, string body) => Then(() => Task.FromResult(Raw(status, body)));

    /// <summary>The next request has no answer.</summary>
    public ScriptedTokenEndpoint Lose(bool wasSent = true) => Then(() => throw new TokenRequestException(wasSent, "The connection broke."));

    /// <summary>The next request does this.</summary>
    public ScriptedTokenEndpoint Then(Func<Task<RawTokenAnswer>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    /// <summary>An answer with tokens of these names.</summary>
    public static string Tokens(string access, string? refresh, int seconds = 8 * 3600) =>
        $$"""{"access_token":"{{access}}","token_type":"Bearer","expires_in":{{seconds}}{{(refresh is null ? "" : $",\"refresh_token\":\"{refresh}\"")}}}""";

    public async Task<RawTokenAnswer> SendAsync(OAuthSettings settings, TokenGrant grant, CancellationToken cancellationToken)
    {
        Shown.Enqueue(((TokenGrant.Refresh)grant).Token.Reveal());
        if (Meanwhile is { } meanwhile) await meanwhile();
        if (_script.TryDequeue(out var scripted)) return await scripted();
        var number = Interlocked.Increment(ref _given);
        return Raw(200, Tokens($"fake-access-{number}", $"fake-refresh-{number}"));
    }

    private static RawTokenAnswer Raw(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));
}
