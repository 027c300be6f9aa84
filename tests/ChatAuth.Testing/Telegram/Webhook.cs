namespace ChatAuth.Testing.Telegram;

/// <summary>Where updates go.</summary>
internal sealed record Webhook(Uri Url, string? SecretToken, int MaxConnections);
