namespace ChatAuth.Channels.Discord;

/// <summary>Where the answers to an interaction go.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Token">What it is answered by; a secret, kept in memory only.</param>
/// <param name="ChannelId">The channel or thread; null where Discord names none.</param>
/// <param name="At">When it happened, by Discord's clock.</param>
/// <param name="IsShared">Several people are there.</param>
internal sealed record DiscordPlace(string ApplicationId, string InteractionId, string Token, string? ChannelId, DateTimeOffset At, bool IsShared)
{
    /// <summary>For how long the token answers; a little less than Discord's quarter of an hour.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{nameof(DiscordPlace)} {InteractionId}";
}
