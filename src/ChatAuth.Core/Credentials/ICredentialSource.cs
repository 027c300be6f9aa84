using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// The login of another program on this machine. It is borrowed: read, never changed, except where the operator turned refresh by us on.
/// </summary>
public interface ICredentialSource
{
    /// <summary>Its name in commands and the configuration, such as <c>claude-cli</c>.</summary>
    string Name { get; }

    /// <summary>The program as people call it, such as <c>Claude Code</c>.</summary>
    string Program { get; }

    /// <summary>The profile under which its login appears, such as <c>anthropic:claude-cli</c>.</summary>
    ProfileId Profile { get; }

    /// <summary>What a person runs to sign in there anew, such as <c>claude setup-token</c>.</summary>
    string SignInCommand { get; }

    /// <summary>A mark that is another one whenever the login may have changed; null when nothing is there. It reads no content and waits for nobody.</summary>
    string? FindMark();

    /// <summary>Reads the login. What is wrong with it is returned; only cancellation is thrown.</summary>
    Task<SourceReading> ReadAsync(CancellationToken cancellationToken);
}
