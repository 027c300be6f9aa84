using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Fakes;

/// <summary>Another program whose login tests change at will.</summary>
public sealed class FakeCredentialSource : ICredentialSource
{
    private SourceReading _reading = new SourceReading.Nothing();
    private int _changes;

    public string Name => "claude-cli";

    public string Program => "Claude Code";

    public ProfileId Profile { get; } = ProfileId.Parse("anthropic:claude-cli");

    public string SignInCommand => "claude setup-token";

    /// <summary>How often its login was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Happens while its login is read.</summary>
    public Action? WhileReading { get; set; }

    public string? FindMark() => _reading is SourceReading.Nothing ? null : $"{_changes}";

    public Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        Reads++;
        WhileReading?.Invoke();
        return Task.FromResult(_reading);
    }

    /// <summary>Somebody signs in there, or the program renews its login.</summary>
    /// <param name="token">Names the login: its access token is <c>FAKE-{token}</c>, its refresh token <c>FAKE-{token}-refresh</c>.</param>
    /// <param name="ends">When the access token ends.</param>
    public void SignIn(string token, DateTimeOffset ends) => Hold(new SourceReading.Login(Login(token, ends)));

    public void Hold(SourceReading reading)
    {
        _reading = reading;
        _changes++;
    }

    public static Credential.OAuth Login(string token, DateTimeOffset? ends) => new(Fake($"FAKE-{token}"), Fake($"FAKE-{token}-refresh"), ends);

    private static Secret? Fake(string text) => Secret.TryCreate(text, out var secret) ? secret : null;
}
