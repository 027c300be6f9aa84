using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Testing.Fakes;

/// <summary>A vendor that knows whose account some tokens are.</summary>
public sealed class FakeAccountIdentity : IAccountIdentity
{
    private readonly Dictionary<string, AccountAnswer> _answers = [];

    /// <summary>Every token that it was asked about, in order.</summary>
    public List<string> Asked { get; } = [];

    public bool Serves(ProviderId provider) => true;

    /// <summary>Says from now on whose a login of <see cref="FakeCredentialSource.SignIn"/> is.</summary>
    public FakeAccountIdentity Says(string token, string account) => Answers(token, new AccountAnswer.Stated(account, null));

    public FakeAccountIdentity Answers(string token, AccountAnswer answer)
    {
        _answers[$"FAKE-{token}"] = answer;
        return this;
    }

    public Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken)
    {
        Asked.Add(accessToken.Reveal());
        return Task.FromResult(_answers.GetValueOrDefault(accessToken.Reveal(), new AccountAnswer.Unknown("The fake does not know it.")));
    }
}
