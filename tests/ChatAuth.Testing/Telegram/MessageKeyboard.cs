namespace ChatAuth.Testing.Telegram;

/// <summary>The buttons of a message, and the markup that they came as.</summary>
internal sealed record MessageKeyboard(IReadOnlyList<IReadOnlyList<FakeButton>> Rows, string Json);
