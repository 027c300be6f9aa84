using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Onboarding;

/// <summary>The answers that were given on the command line; null is not answered.</summary>
internal sealed record OnboardArguments
{
    /// <summary>The word that answers a question with nothing.</summary>
    public const string None = "none";

    /// <summary>The directory of Clawdbot, or <see cref="None"/>.</summary>
    public string? Clawdbot { get; init; }

    /// <summary>The sources whose logins may be chosen automatically; <see cref="None"/> alone for none.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>Whether keys of the environment are stored.</summary>
    public bool? StoresEnvironment { get; init; }

    /// <summary>The provider whose key is typed or piped in.</summary>
    public ProviderId? KeyProvider { get; init; }

    /// <summary>The default model as typed.</summary>
    public string? Model { get; init; }

    /// <summary>Every question that is not answered takes its default.</summary>
    public bool TakesDefaults { get; init; }
}
