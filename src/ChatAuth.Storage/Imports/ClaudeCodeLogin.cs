using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Imports;

/// <summary>The login of Claude Code: in the Keychain on macOS, else in <c>~/.claude/.credentials.json</c>.</summary>
internal sealed class ClaudeCodeLogin(ImportPlaces places, TimeProvider time) : ICredentialSource
{
    private readonly LoginFile _file = new(places.Home, Path.Join(places.Home, ".claude", ".credentials.json"));
    private readonly Keychain? _keychain = places.KeychainProgram is { } program ? new Keychain(program, places.Home, "Claude Code-credentials", time) : null;

    public string Name => "claude-cli";

    public string Program => "Claude Code";

    public ProfileId Profile { get; } = ProfileId.Parse("anthropic:claude-cli");

    public string SignInCommand => "claude setup-token";

    public string? FindMark()
    {
        if (places.Home.Length == 0) return null;
        return (_keychain?.FindMark(), _file.FindMark()) switch
        {
            (null, var file) => file,
            (var keychain, var file) => $"{keychain} {file}",
        };
    }

    public async Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        if (places.Home.Length == 0) return new SourceReading.Nothing();
        if (_keychain is not null)
        {
            var kept = LoginJson.Read(await _keychain.ReadAsync(cancellationToken).ConfigureAwait(false), ReadLogin);
            if (kept is not SourceReading.Nothing) return kept;
        }
        return LoginJson.Read(_file.Read(), ReadLogin);
    }

    private static SourceReading ReadLogin(JsonElement json, LoginBytes found)
    {
        if (json.Find("claudeAiOauth", JsonValueKind.Object) is not { } login) return new SourceReading.Nothing();
        if (login.Secret("accessToken") is not { } access) return new SourceReading.Unusable("it has no access token");
        var refresh = login.Secret("refreshToken");
        var ends = login.Moment("expiresAt");
        // A moment after 1970, not 1970 itself: a stored 0 reads as an end that is not stated. The login can still be renewed, so it is one that has ended.
        if (ends is null && refresh is not null && login.Number("expiresAt") is 0) ends = DateTimeOffset.UnixEpoch.AddMilliseconds(1);
        if (ends is null) return new SourceReading.Unusable("it does not say when it ends");
        return new SourceReading.Login(refresh is null ? new Credential.Token(access, ends) : new Credential.OAuth(access, refresh, ends));
    }
}
