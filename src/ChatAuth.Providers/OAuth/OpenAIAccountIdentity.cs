using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Providers.OAuth;

/// <summary>
/// Whose account a ChatGPT login is. Its access token names the account itself, so nobody has to be asked; a forged one would name somebody and open
/// nothing.
/// </summary>
internal sealed class OpenAIAccountIdentity : IAccountIdentity
{
    private const string Claims = "https://api.openai.com/auth";
    private const string Profile = "https://api.openai.com/profile";

    public bool Serves(ProviderId provider) => provider.Name is "openai-codex" or "openai";

    public Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var payload = JwtPayload.Read(accessToken.Reveal());
        AccountAnswer answer = payload?.Part(Claims)?.Id("chatgpt_account_id") is { } account
            ? new AccountAnswer.Stated(account, payload.Value.Part(Profile)?.Text("email"))
            : new AccountAnswer.Unknown("The token does not name its account.");
        return Task.FromResult(answer);
    }
}
