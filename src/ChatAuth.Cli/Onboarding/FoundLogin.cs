using ChatAuth.Core.Credentials;

namespace ChatAuth.Cli.Onboarding;

/// <summary>A login that another program holds.</summary>
/// <param name="Source">The program.</param>
/// <param name="Reading">What it holds.</param>
/// <param name="Said">What the operator said about it before; null for nothing.</param>
internal sealed record FoundLogin(ICredentialSource Source, SourceReading Reading, ImportSettings? Said)
{
    /// <summary>It is there, and nobody has decided about it yet.</summary>
    public bool IsOpen => Reading is SourceReading.Login && Said is null;
}
