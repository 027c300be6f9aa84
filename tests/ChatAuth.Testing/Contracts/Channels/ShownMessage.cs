namespace ChatAuth.Testing.Contracts.Channels;

/// <summary>A message of the bot as somebody saw it at a moment. What is chosen on it later is what it said then.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Choices">What can be chosen on it, as labelled; empty for nothing.</param>
/// <param name="Commands">Words in it that the platform sends as a command when they are tapped.</param>
/// <param name="Platform">What the platform's fake calls it.</param>
public sealed record ShownMessage(string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Commands, object Platform)
{
    /// <summary>The choice that says this, or has this in what it says.</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public string Choice(string label) =>
        Choices.FirstOrDefault(choice => choice == label)
        ?? Choices.FirstOrDefault(choice => choice.Contains(label, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No choice says '{label}': {this}");

    public bool Offers(string label) => Choices.Any(choice => choice.Contains(label, StringComparison.Ordinal));

    public override string ToString() => $"{Text} [{string.Join(" | ", Choices)}]";
}
