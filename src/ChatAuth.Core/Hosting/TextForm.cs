using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads a value of the configuration; false when the text is none.</summary>
internal delegate bool TextParser<T>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);

/// <summary>A form that texts of the configuration have.</summary>
/// <param name="Description">What is allowed, after "must be".</param>
/// <param name="TryParse">Reads it.</param>
internal sealed record TextForm<T>(string Description, TextParser<T> TryParse);

/// <summary>A word, and what it means.</summary>
internal sealed record Word<T>(string Text, T Value);

/// <summary>The forms in use.</summary>
internal static class TextForm
{
    public static TextForm<ModelRef> Model { get; } = new("provider/model", ModelRef.TryParse);

    public static TextForm<ProviderId> Provider { get; } = new("a provider's name", ProviderId.TryParse);

    public static TextForm<ProfileId> Profile { get; } = new("provider:name", ProfileId.TryParse);

    public static TextForm<Person> Person { get; } = new("platform:number", Access.Person.TryParse);

    public static TextForm<ConversationPattern> Conversation { get; } = new(
        "private, channel:bot:conversation or space:platform:id",
        (text, out pattern) => ConversationPattern.TryParse(text.ToString(), out pattern));

    public static TextForm<long> Role { get; } = new(
        "a role's number",
        (text, out role) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out role) && role > 0);

    /// <summary>A name that an operator gives to an entry, and the words that hosts define.</summary>
    public static TextForm<string> Name { get; } = new(
        $"1 to {IdText.MaxLength} letters, digits and . _ : @ + / -", TryParseName);

    /// <summary>Some words, in any case.</summary>
    public static TextForm<T> Words<T>(params Word<T>[] words)
    {
        string[] names = [.. words.Select(word => word.Text)];
        return new($"{string.Join(", ", names[..^1])} or {names[^1]}", TryParse);

        bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        {
            foreach (var word in words)
            {
                value = word.Value;
                if (text.Equals(word.Text, StringComparison.OrdinalIgnoreCase)) return true;
            }
            value = default;
            return false;
        }
    }

    private static bool TryParseName(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string name)
    {
        name = text.ToString();
        return IdText.IsValid(text);
    }
}
