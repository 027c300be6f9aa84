using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Configuration;

/// <summary>A secret that the configuration asks for: as a text under its key, in the file that the key with <c>File</c> names, or as a credential of the systemd unit.</summary>
/// <param name="Key">The key of the text.</param>
/// <param name="Credential">The name among the unit's credentials.</param>
/// <param name="Form">What it must be, in words.</param>
/// <param name="HasForm">Whether it is.</param>
internal sealed record NamedSecret(string Key, string Credential, string Form, Func<Secret, bool> HasForm)
{
    public static NamedSecret TelegramToken { get; } = new(
        "Telegram:Token", "telegram-token", "a bot's token, as BotFather gave it", TelegramSecretForms.IsToken);

    public static NamedSecret WebhookSecret { get; } = new(
        "Telegram:Webhook:Secret", "telegram-webhook-secret", "32 to 256 letters, digits, _ and -, such as `openssl rand -hex 32` makes",
        TelegramSecretForms.IsWebhookSecret);

    public static NamedSecret DiscordToken { get; } = new(
        "Discord:Token", "discord-token", "a bot's token, as Discord's developer portal showed it", DiscordForms.IsToken);

    public string FileKey => $"{Key}File";

    /// <summary>What to say where it is nowhere.</summary>
    public string Absent =>
        $"{Key}: must be {Form}; set CHATAUTH__{Key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()}, or name a file with {FileKey}";

    /// <summary>Whether anything names it, be it there or not.</summary>
    public bool IsNamed(string? text, string? file, ProcessEnvironment environment) =>
        !string.IsNullOrEmpty(text) || !string.IsNullOrEmpty(file) || File.Exists(SecretSource.PathOf(this, environment));

    /// <summary>What is wrong with it as written; nothing where it is not written.</summary>
    public IEnumerable<string> FindProblems(string? text, string? file)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        if (!Secret.TryCreate(text, out var secret) || !HasForm(secret!)) yield return $"{Key}: must be {Form}";
        if (!string.IsNullOrEmpty(file)) yield return $"{FileKey}: must not be set beside {Key}";
    }
}
