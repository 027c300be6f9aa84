namespace ChatAuth.Testing.Discord.Rest;

/// <summary>How a rate limit stands after a request.</summary>
/// <param name="Bucket">What Discord calls it.</param>
/// <param name="Limit">Requests of a window.</param>
/// <param name="Remaining">Requests left in it.</param>
/// <param name="ResetAt">When it begins anew.</param>
/// <param name="ResetAfter">How long until then.</param>
/// <param name="RefusedBy">Null where the request passes; else <c>user</c>, <c>global</c> or <c>shared</c>.</param>
internal sealed record RateState(string Bucket, int Limit, int Remaining, DateTimeOffset ResetAt, TimeSpan ResetAfter, string? RefusedBy);
