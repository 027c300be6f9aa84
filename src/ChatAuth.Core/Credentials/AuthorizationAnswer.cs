namespace ChatAuth.Core.Credentials;

/// <summary>What an issuer sends back by the browser (RFC 6749, 4.1.2).</summary>
public abstract record AuthorizationAnswer
{
    private protected AuthorizationAnswer() { }

    /// <summary>It was allowed.</summary>
    /// <param name="Grant">What is exchanged for tokens now, once.</param>
    public sealed record Allowed(TokenGrant.Code Grant) : AuthorizationAnswer;

    /// <summary>The person said no.</summary>
    public sealed record Denied : AuthorizationAnswer;

    /// <summary>The issuer refused the request itself.</summary>
    /// <param name="Error">One of the codes of RFC 6749, 4.1.2.1, or <c>error</c> for any other.</param>
    public sealed record Refused(string Error) : AuthorizationAnswer;

    /// <summary>It answers another request, or none: its state or issuer is not ours. Somebody may have planted it.</summary>
    public sealed record Foreign : AuthorizationAnswer;
}
