using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Models;

/// <summary>What an alias may be called, so that <c>/alias</c> and <c>/model alias</c> mean the model and nothing else.</summary>
public static class AliasName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>What chat hosts understand themselves.</summary>
    internal static IReadOnlySet<string> HostCommands { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "start", "help", "new", "stop", "ask", "model", "models",
    };

    /// <summary>What speaks against the name, as a requirement that it breaks; null when nothing does.</summary>
    public static string? FindFault(string? name)
    {
        if (name is not { Length: > 0 and <= MaxLength } || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
            return $"must be 1 to {MaxLength} of the characters A-Z a-z 0-9 _ . -";
        if (name.All(char.IsAsciiDigit)) return "must not be a number: numbers pick rows of the list";
        if (HostCommands.Contains(name)) return $"must not be '{name}': that is a command of chat hosts";
        return name.Equals("for", StringComparison.OrdinalIgnoreCase) || CommandWords.Find(name) is not null ? $"must not be '{name}': that is a word of /model" : null;
    }
}
