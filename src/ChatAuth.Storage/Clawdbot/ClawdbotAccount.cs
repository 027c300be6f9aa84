using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>A credential that an installation of Clawdbot keeps.</summary>
/// <param name="Entry">It, as it would be stored here.</param>
/// <param name="WithoutRefresh">
/// It is a login whose refresh token stays where it is: two programs that exchange one lose the login, so here it serves until its access token ends.
/// </param>
public sealed record ClawdbotAccount(StoredCredential Entry, bool WithoutRefresh = false);
