using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Providers.OAuth;

/// <summary>Asks the configured address of Anthropic whose account a token is: the person's and the organisation's, because either can change who is charged.</summary>
internal sealed class AnthropicAccountIdentity(ChatAuthSettings settings, TimeProvider time) : IAccountIdentity, IDisposable
{
    private readonly Lazy<IdentityHttp> _http = new(() => new IdentityHttp(time));

    public bool Serves(ProviderId provider) => provider.Name is "anthropic" && AddressOf(provider) is not null;

    public async Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken)
    {
        if (AddressOf(provider) is not { } address) return new AccountAnswer.Unknown("No address to ask is configured.");
        var (json, failed) = await _http.Value.GetAsync(address, accessToken, cancellationToken).ConfigureAwait(false);
        if (failed is not null) return failed;
        var account = json?.Part("account");
        return account?.Id("uuid") is { } person && json?.Part("organization")?.Id("uuid") is { } organisation
            ? new AccountAnswer.Stated($"{person}/{organisation}", account.Value.Text("email"))
            : new AccountAnswer.Unknown("The vendor's answer does not name account and organisation.");
    }

    public void Dispose()
    {
        if (_http.IsValueCreated) _http.Value.Dispose();
    }

    private Uri? AddressOf(ProviderId provider) => settings.OAuth.GetValueOrDefault(provider)?.IdentityUrl;
}
