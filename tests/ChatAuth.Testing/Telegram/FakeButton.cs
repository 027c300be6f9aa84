namespace ChatAuth.Testing.Telegram;

/// <summary>A button below a message, as it is shown.</summary>
/// <param name="Text">What it says.</param>
/// <param name="CallbackData">What a tap hands back; null where it does something else.</param>
/// <param name="Url">What it opens; null where it does something else.</param>
public sealed record FakeButton(string Text, string? CallbackData, string? Url);
