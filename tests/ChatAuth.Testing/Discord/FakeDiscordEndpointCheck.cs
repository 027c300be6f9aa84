namespace ChatAuth.Testing.Discord;

/// <summary>How Discord's own check of an endpoint ended.</summary>
/// <param name="Failures">What the endpoint did wrong; empty when it passed.</param>
public sealed record FakeDiscordEndpointCheck(IReadOnlyList<string> Failures)
{
    public bool Passed => Failures.Count == 0;
}
