namespace ChatAuth.Testing.Discord;

/// <summary>The bytes of an interaction and what proves that they are Discord's.</summary>
/// <param name="Timestamp">For <c>X-Signature-Timestamp</c>.</param>
/// <param name="Signature">For <c>X-Signature-Ed25519</c>: 64 bytes in hexadecimal.</param>
/// <param name="Body">The body; UTF-8 on the wire.</param>
public sealed record FakeDiscordSignedRequest(string Timestamp, string Signature, string Body);
