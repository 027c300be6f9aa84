using System.Net.Http.Headers;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Providers.Wire;

/// <summary>The header in which a vendor wants to be shown a credential.</summary>
internal sealed class CredentialHeader
{
    /// <summary>Stands where something was taken out.</summary>
    public const string Cut = "…";

    private readonly string? _name;
    private readonly Secret _secret;

    private CredentialHeader(string? name, Secret secret) => (_name, _secret) = (name, secret);

    /// <summary>As <c>Authorization: Bearer</c>.</summary>
    public static CredentialHeader Bearer(Secret secret) => new(null, secret);

    /// <summary>In a header of its own.</summary>
    public static CredentialHeader Named(string name, Secret secret) => new(name, secret);

    /// <summary>A secret is one line of printable ASCII, so it can split no header.</summary>
    public void Set(HttpRequestHeaders headers)
    {
        if (_name is null) headers.Authorization = new AuthenticationHeaderValue("Bearer", _secret.Reveal());
        else headers.TryAddWithoutValidation(_name, _secret.Reveal());
    }

    /// <summary>Takes out of a text whatever repeats a part of the credential: whole, in pieces with other things between, or masked.</summary>
    public string CutFrom(string text) => RepeatedSecret.CutFrom(text, _secret.Reveal(), Cut);
}
