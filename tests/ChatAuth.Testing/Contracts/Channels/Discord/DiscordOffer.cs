using ChatAuth.Testing.Discord;

namespace ChatAuth.Testing.Contracts.Channels.Discord;

/// <summary>A button, or an entry of a menu, as somebody saw it.</summary>
/// <param name="Text">What it says, with what stands below it.</param>
/// <param name="CustomId">The button or menu.</param>
/// <param name="Entry">The entry; null for a button.</param>
public sealed record DiscordOffer(string Text, string CustomId, FakeDiscordOption? Entry)
{
    /// <summary>A label and what stands below it.</summary>
    public const int Longest = 2 * FakeDiscordLimits.OptionText + 3;

    public static IReadOnlyList<DiscordOffer> On(FakeDiscordMessage message) => [.. message.Components
        .SelectMany(part => part.Type == 2
            ? [new DiscordOffer(part.Label!, part.CustomId!, null)]
            : part.Options.Select(entry => new DiscordOffer($"{entry.Label} · {entry.Description}", part.CustomId!, entry)))];

    /// <exception cref="InvalidOperationException">
    /// A menu sends nothing when what it shows as chosen is chosen again (<see href="https://github.com/discord/discord-api-docs/issues/4801"/>).
    /// </exception>
    public FakeDiscordInteraction TakenBy(FakeDiscordUser person, FakeDiscordMessage message) => Entry switch
    {
        null => message.ClickForged(person, CustomId),
        { IsDefault: true } => throw new InvalidOperationException($"'{Text}' is chosen already."),
        _ => message.ChooseForged(person, CustomId, Entry.Value),
    };
}
