namespace ChatAuth.Core.Credentials;

/// <summary>The agent whose credentials are used; <c>main</c> unless the host runs several.</summary>
/// <remarks>It becomes a directory name, so it holds ASCII letters, digits, <c>_</c> and <c>-</c> only, at most 64.</remarks>
public readonly record struct AgentId
{
    private readonly string? _name;

    private AgentId(string name) => _name = name;

    /// <summary>The main agent, whose store the others may read.</summary>
    public static AgentId Main => default;

    /// <summary>The name; <c>main</c> for <c>default</c>.</summary>
    public string Name => _name ?? "main";

    /// <summary>Whether this is the main agent.</summary>
    public bool IsMain => Name == "main";

    /// <summary>Reads an agent's name; false when it could not be a directory name everywhere.</summary>
    public static bool TryParse(string? text, out AgentId agent)
    {
        var valid = text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        var name = valid ? text!.ToLowerInvariant() : "main";
        agent = name == "main" ? default : new AgentId(name);
        return valid;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
