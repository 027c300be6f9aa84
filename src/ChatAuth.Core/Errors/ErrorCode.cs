using System.Reflection;

namespace ChatAuth.Core.Errors;

/// <summary>
/// The one catalogue of what can go wrong. The chat reply, the JSON, the exit code, the metric tag and <c>docs/errors.md</c> derive from it.
/// Ids are stable for ever.
/// </summary>
public sealed partial record ErrorCode
{
    private ErrorCode(string id, string message, string remedy, int exitCode = ExitCodes.Refused, bool retryable = false)
    {
        Id = id;
        Message = message;
        Remedy = remedy;
        ExitCode = exitCode;
        IsRetryable = retryable;
    }

    /// <summary>The stable id, a noun phrase in kebab case.</summary>
    public string Id { get; }

    /// <summary>What happened, in words that are safe everywhere: nothing that anybody typed or stored is in them.</summary>
    public string Message { get; }

    /// <summary>What to do, with a command that can be pasted.</summary>
    public string Remedy { get; }

    /// <summary>The exit code of the command line.</summary>
    public int ExitCode { get; }

    /// <summary>Whether the same request can succeed later without anybody doing anything.</summary>
    public bool IsRetryable { get; }

    /// <summary>The heading in <c>docs/errors.md</c>.</summary>
    public string Anchor => $"docs/errors.md#{Id}";

    /// <summary>Every code, by id.</summary>
    public static IReadOnlyList<ErrorCode> All => [.. typeof(ErrorCode)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(ErrorCode))
        .Select(property => (ErrorCode)property.GetValue(null)!)
        .OrderBy(code => code.Id, StringComparer.Ordinal)];

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
