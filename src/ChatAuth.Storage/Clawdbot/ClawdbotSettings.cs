using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>What a <c>clawdbot.json</c> says in our terms. It holds no secret.</summary>
public sealed record ClawdbotSettings
{
    /// <summary>The default model; null when it names none.</summary>
    public ModelRef? Default { get; init; }

    /// <summary>What follows it.</summary>
    public IReadOnlyList<ModelRef> Fallbacks { get; init; } = [];

    /// <summary>The only models that may be selected; empty allows all.</summary>
    public IReadOnlyList<ModelRef> Allowed { get; init; } = [];

    /// <summary>Short names, each once whatever its case.</summary>
    public IReadOnlyList<KeyValuePair<string, ModelRef>> Aliases { get; init; } = [];

    /// <summary>The kind of credential that a profile must have.</summary>
    public IReadOnlyList<KeyValuePair<ProfileId, string>> Kinds { get; init; } = [];

    /// <summary>Explicit orders; none is empty.</summary>
    public IReadOnlyList<KeyValuePair<ProviderId, IReadOnlyList<ProfileId>>> Orders { get; init; } = [];

    /// <summary>Rests in hours, by the name of our setting, such as <c>BillingMaxHours</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Cooldowns { get; init; } = [];

    /// <summary>Where providers are reached, when it is not the vendor's own address and API.</summary>
    public IReadOnlyList<ProviderEndpoint> Endpoints { get; init; } = [];

    /// <summary>It says nothing that could be taken over.</summary>
    public bool IsEmpty => Default is null && Fallbacks.Count + Allowed.Count + Aliases.Count + Kinds.Count + Orders.Count + Cooldowns.Count + Endpoints.Count == 0;
}
