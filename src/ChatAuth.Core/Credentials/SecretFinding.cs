namespace ChatAuth.Core.Credentials;

/// <summary>What the tripwire saw in a text: the kind of secret, and nothing of the text itself.</summary>
/// <param name="Format">Kebab-case id such as <c>anthropic-key</c>; safe to log and to show.</param>
/// <param name="Certain">The format is unmistakable, so the message may be deleted; otherwise it is refused and stays.</param>
internal readonly record struct SecretFinding(string Format, bool Certain);
