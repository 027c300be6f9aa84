namespace ChatAuth.Core.Credentials;

/// <summary>What the operator said about the login of another program: an entry of <c>Auth:Imports</c>.</summary>
/// <param name="Source">The source's name, <see cref="ICredentialSource.Name"/>.</param>
/// <param name="Accepted">It may be chosen automatically. Default false: it is visible and can be pinned.</param>
/// <param name="Removed">It is not imported. Default false.</param>
/// <param name="Refresh">It is refreshed by us and written back to its program. Default false; it needs <see cref="OAuthSettings.CanRefresh"/>.</param>
public sealed record ImportSettings(string Source, bool Accepted = false, bool Removed = false, bool Refresh = false);
