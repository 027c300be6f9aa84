namespace ChatAuth.Cli.Chat;

/// <summary>The options of <c>chatauth chat</c>, as typed.</summary>
/// <param name="Demo">No vendor is called.</param>
/// <param name="Json">One JSON object a line in place of text.</param>
/// <param name="Session">The conversation's key, or its short name; null is <c>main</c>.</param>
/// <param name="AsPerson">Speak as this person, <c>42</c> or <c>telegram:7</c>, with no more rights than theirs; null is the operator.</param>
/// <param name="Agent">Whose credentials are used; null is the main agent's.</param>
internal sealed record ChatOptions(bool Demo, bool Json, string? Session, string? AsPerson, string? Agent);
