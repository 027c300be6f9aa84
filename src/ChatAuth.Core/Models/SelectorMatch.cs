using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>What a selector turned out to be, to the person who typed it.</summary>
internal abstract record SelectorMatch
{
    private protected SelectorMatch() { }

    /// <summary>Exactly one reading is real.</summary>
    /// <param name="Model">The model; null keeps the current one.</param>
    /// <param name="Verified">False when no catalog lists the model.</param>
    /// <param name="Profile">The profile to pin; null when none was named.</param>
    public sealed record Selected(ModelRef? Model, bool Verified, KnownProfile? Profile) : SelectorMatch;

    /// <summary>Several readings are real: the person is asked.</summary>
    /// <param name="Code">What is ambiguous.</param>
    /// <param name="Typed">One selector for each reading; typed, it means that one alone.</param>
    /// <param name="Readings">The readings; without a model the current one is meant.</param>
    public sealed record Ambiguous(
        ErrorCode Code, IReadOnlyList<string> Typed, IReadOnlyList<(ModelRef? Model, KnownProfile? Profile)> Readings) : SelectorMatch;

    /// <summary>No reading is real.</summary>
    /// <param name="Code">What is wrong.</param>
    /// <param name="Column">Where, counted from 1.</param>
    /// <param name="Near">At most three selectors that work; offered, never applied.</param>
    public sealed record Unknown(ErrorCode Code, int Column, IReadOnlyList<string> Near) : SelectorMatch;
}
