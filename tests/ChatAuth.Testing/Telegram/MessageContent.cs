namespace ChatAuth.Testing.Telegram;

/// <summary>What a message says at a moment.</summary>
internal sealed record MessageContent(string Text, IReadOnlyList<FakeEntity> Entities, MessageKeyboard? Keyboard = null)
{
    public static MessageContent Empty { get; } = new("", []);

    /// <summary>As a person writes it.</summary>
    public static MessageContent Typed(string text) => new(text, FoundEntities.In(text));

    public bool Shows(MessageContent other) =>
        Text == other.Text && Entities.SequenceEqual(other.Entities) && Keyboard?.Json == other.Keyboard?.Json;
}
