using System.Globalization;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Imports;

/// <summary>The login of Codex: <c>auth.json</c> in <c>$CODEX_HOME</c> or <c>~/.codex</c>.</summary>
internal sealed class CodexLogin(ImportPlaces places) : ICredentialSource
{
    /// <summary>What the original assumes where the token itself does not say.</summary>
    private static readonly TimeSpan AssumedLife = TimeSpan.FromHours(1);

    private static readonly double LastMoment = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private readonly LoginFile? _file = string.IsNullOrWhiteSpace(places.CodexHome)
        ? places.Home.Length == 0 ? null : new LoginFile(places.Home, Path.Join(places.Home, ".codex", "auth.json"))
        : Path.IsPathFullyQualified(places.CodexHome) ? new LoginFile(places.CodexHome, Path.Join(places.CodexHome, "auth.json")) : null;

    public string Name => "codex-cli";

    public string Program => "Codex";

    public ProfileId Profile { get; } = ProfileId.Parse("openai-codex:codex-cli");

    public string SignInCommand => "codex login";

    public string? FindMark() => _file?.FindMark();

    public Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(LoginJson.Read(_file?.Read() ?? default, ReadLogin));
    }

    /// <summary>With an API key alone it has no login; a key is not borrowed.</summary>
    private static SourceReading ReadLogin(JsonElement json, LoginBytes found)
    {
        if (json.Find("tokens", JsonValueKind.Object) is not { } tokens) return new SourceReading.Nothing();
        if (tokens.Secret("access_token") is not { } access) return new SourceReading.Unusable("it has no access token");
        if (tokens.Secret("refresh_token") is not { } refresh) return new SourceReading.Unusable("it has no refresh token");
        return EndOf(access, json, found) is { } ends
            ? new SourceReading.Login(new Credential.OAuth(access, refresh, ends))
            : new SourceReading.Unusable("it does not say when it ends");
    }

    private static DateTimeOffset? EndOf(Secret access, JsonElement json, LoginBytes found)
    {
        if (JwtPayload.Read(access.Reveal()) is { } claims && claims.TryGetProperty("exp", out _))
        {
            return claims.Number("exp") is { } seconds and > 0 && seconds <= LastMoment ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
        }
        var refreshed = DateTimeOffset.TryParse(json.Text("last_refresh"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stated)
            ? stated : found.Written;
        // In whole milliseconds, as it is stored: a finer end would differ from itself.
        return refreshed is { } at && at < DateTimeOffset.MaxValue - AssumedLife
            ? DateTimeOffset.FromUnixTimeMilliseconds((at + AssumedLife).ToUnixTimeMilliseconds())
            : null;
    }
}
