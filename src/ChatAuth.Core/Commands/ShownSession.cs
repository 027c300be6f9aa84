namespace ChatAuth.Core.Commands;

/// <summary>The choice of a conversation as shown.</summary>
/// <param name="Model">The model that holds.</param>
/// <param name="IsDefault">Nobody selected it; it is the configured default.</param>
/// <param name="Until">When the selection ends by itself.</param>
/// <param name="Pins">The pins, by provider.</param>
/// <param name="Inherited">The choice is the parent's.</param>
/// <param name="Version">How many times the conversation was saved.</param>
public sealed record ShownSession(
    ShownModel Model, bool IsDefault, DateTimeOffset? Until, IReadOnlyList<ShownPin> Pins, bool Inherited, long Version);
