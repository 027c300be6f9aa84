using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Cli.Hosting;

/// <summary>What <c>chatauth chat</c> was asked for.</summary>
/// <param name="Demo">The demonstration.</param>
/// <param name="Json">One JSON object a line in place of a screen.</param>
/// <param name="Session">The conversation.</param>
/// <param name="Person">Who types; null is the operator.</param>
/// <param name="Agent">Whose credentials are used.</param>
internal sealed record ChatArguments(bool Demo, bool Json, SessionKey Session, Person? Person, AgentId Agent)
{
    /// <summary>The file that gets the log; null for none.</summary>
    public string? Log { get; init; }
}
