namespace ChatAuth.Core.Credentials;

/// <summary>What a profile authenticates with.</summary>
public abstract record Credential
{
    private protected Credential() { }

    /// <summary>The name of the kind in <c>auth-profiles.json</c>: <c>api_key</c>, <c>token</c>, <c>oauth</c>, or one that this version does not know.</summary>
    public abstract string Kind { get; }

    /// <summary>When it ends; null is never, or not stated.</summary>
    public virtual DateTimeOffset? Expires => null;

    /// <summary>A key that is charged by use.</summary>
    /// <param name="Key">The key; null when the stored one is blank or malformed.</param>
    public sealed record ApiKey(Secret? Key) : Credential
    {
        /// <inheritdoc/>
        public override string Kind => "api_key";
    }

    /// <summary>A token that nobody can refresh, such as one of <c>claude setup-token</c>.</summary>
    /// <param name="Value">The token; null when the stored one is blank or malformed.</param>
    /// <param name="Expires">When it ends; null is never.</param>
    public sealed record Token(Secret? Value, DateTimeOffset? Expires) : Credential
    {
        /// <inheritdoc/>
        public override string Kind => "token";

        /// <inheritdoc/>
        public override DateTimeOffset? Expires { get; } = Expires;
    }

    /// <summary>An OAuth login.</summary>
    /// <param name="Access">The access token; null when blank or malformed.</param>
    /// <param name="Refresh">The refresh token; null when there is none.</param>
    /// <param name="Expires">When the access token ends; null when not stated.</param>
    public sealed record OAuth(Secret? Access, Secret? Refresh, DateTimeOffset? Expires) : Credential
    {
        /// <inheritdoc/>
        public override string Kind => "oauth";

        /// <inheritdoc/>
        public override DateTimeOffset? Expires { get; } = Expires;
    }

    /// <summary>A kind that a newer version or another program wrote: shown, never used, never changed.</summary>
    /// <param name="Name">The kind as stored.</param>
    public sealed record Unknown(string Name) : Credential
    {
        /// <inheritdoc/>
        public override string Kind => Name;
    }

    /// <summary>The secrets that identify the credential, in a fixed order.</summary>
    internal IEnumerable<Secret> Secrets => (this switch
    {
        ApiKey key => new[] { key.Key },
        Token token => [token.Value],
        OAuth login => [login.Access, login.Refresh],
        _ => [],
    }).OfType<Secret>();

    /// <summary>What a request carries: the key, the token or the access token; null when it is blank.</summary>
    internal Secret? Bearer => this switch
    {
        ApiKey key => key.Key,
        Token token => token.Value,
        OAuth login => login.Access,
        _ => null,
    };
}
