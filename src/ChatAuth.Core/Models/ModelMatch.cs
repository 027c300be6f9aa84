namespace ChatAuth.Core.Models;

/// <summary>What a typed model name turned out to be.</summary>
internal abstract record ModelMatch
{
    private protected ModelMatch() { }

    /// <summary>Exactly one model.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Verified">False when no catalog lists it and it was accepted because it was typed in full.</param>
    public sealed record Found(ModelRef Model, bool Verified) : ModelMatch;

    /// <summary>Several models have that bare id; the person is asked.</summary>
    /// <param name="Models">All of them.</param>
    public sealed record Several(IReadOnlyList<ModelRef> Models) : ModelMatch;

    /// <summary>The model exists, and the allowlist does not have it.</summary>
    /// <param name="Model">The model.</param>
    public sealed record NotAllowed(ModelRef Model) : ModelMatch;

    /// <summary>No such model.</summary>
    public sealed record Unknown : ModelMatch;
}
