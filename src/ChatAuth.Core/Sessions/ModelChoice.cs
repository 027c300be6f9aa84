using ChatAuth.Core.Models;

namespace ChatAuth.Core.Sessions;

/// <summary>The model of a conversation.</summary>
/// <param name="Selected">The selected model; null is the configured default, whatever it is then.</param>
/// <param name="Until">When the selection ends by itself; null is never.</param>
/// <param name="Then">What stood before a selection that ends; null when it does not end.</param>
public sealed record ModelChoice(ModelRef? Selected, DateTimeOffset? Until = null, ModelChoice? Then = null)
{
    /// <summary>The configuration did not list the model when it was selected; otherwise it must still be listed when it is used.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>The configured default.</summary>
    public static ModelChoice Default { get; } = new((ModelRef?)null);
}
