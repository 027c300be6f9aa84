namespace ChatAuth.Testing.Telegram;

/// <summary>What the person who tapped was shown.</summary>
/// <param name="Text">The text; null for none: the button only stopped spinning.</param>
/// <param name="ShowAlert">It had to be dismissed.</param>
/// <param name="Time">When.</param>
public sealed record CallbackAnswer(string? Text, bool ShowAlert, DateTimeOffset Time);
