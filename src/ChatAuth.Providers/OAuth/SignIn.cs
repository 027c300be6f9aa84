using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Providers.OAuth;

/// <summary>The story of one sign-in: a person allows it in a browser, the answer comes back by the loopback redirect or pasted, and its code becomes a login.</summary>
public sealed class SignIn
{
    /// <summary>How long a person has.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ITokenEndpoint _tokens;
    private readonly IAccountIdentity[] _identities;
    private readonly IIdFactory _ids;
    private readonly TimeProvider _time;

    internal SignIn(ITokenEndpoint tokens, IEnumerable<IAccountIdentity> identities, IIdFactory ids, TimeProvider time) =>
        (_tokens, _identities, _ids, _time) = (tokens, [.. identities], ids, time);

    /// <summary>Signs a person in. What goes wrong is returned; nothing is stored.</summary>
    /// <param name="request">Who, and how the person is met.</param>
    /// <param name="cancellationToken">Gives up. Once the code is on its way, its exchange is waited for.</param>
    public async Task<SignInResult> RunAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Settings.CanSignIn) return new SignInResult.Failed(ErrorCode.SignInUnconfigured);
        using var redirect = LoopbackRedirect.Open(request.Settings.RedirectPort);
        if (redirect is null) return new SignInResult.Failed(ErrorCode.SignInPortTaken);
        var asked = AuthorizationRequest.Create(request.Settings, redirect.Address, _ids);
        request.Show(asked.Url);
        return await AnswerAsync(redirect, asked, request.Paste, cancellationToken).ConfigureAwait(false) switch
        {
            AuthorizationAnswer.Allowed allowed => await ExchangeAsync(request, allowed.Grant, cancellationToken).ConfigureAwait(false),
            AuthorizationAnswer.Denied => new SignInResult.Failed(ErrorCode.SignInDenied),
            AuthorizationAnswer.Refused refused => new SignInResult.Failed(ErrorCode.SignInFailed, $"the issuer answered {refused.Error}"),
            AuthorizationAnswer.Foreign => new SignInResult.Failed(ErrorCode.SignInForeign),
            _ => new SignInResult.Failed(ErrorCode.SignInCancelled),
        };
    }

    /// <summary>The answer that comes first, by either way; null when none comes in time.</summary>
    private async Task<AuthorizationAnswer?> AnswerAsync(
        LoopbackRedirect redirect, AuthorizationRequest asked, Func<CancellationToken, Task<string?>>? paste, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var brought = redirect.WaitAsync(asked, end.Token);
            if (paste is null) return await brought.ConfigureAwait(false);
            var pasted = paste(end.Token);
            // A terminal's reading cannot always be cancelled: it is left behind, not waited for.
            await Task.WhenAny(brought, pasted).WaitAsync(end.Token).ConfigureAwait(false);
            return !brought.IsCompleted && await pasted.ConfigureAwait(false) is { } text ? asked.Read(text) : await brought.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<SignInResult> ExchangeAsync(SignInRequest request, TokenGrant.Code grant, CancellationToken cancellationToken)
    {
        try
        {
            var raw = await _tokens.SendAsync(request.Settings, grant, cancellationToken).ConfigureAwait(false);
            return TokenAnswer.Read(raw, _time.GetUtcNow()) switch
            {
                TokenAnswer.Granted granted => await IdentifyAsync(request, granted, cancellationToken).ConfigureAwait(false),
                TokenAnswer.Busy => new SignInResult.Failed(ErrorCode.IssuerUnavailable),
                TokenAnswer.Unreadable unreadable => new SignInResult.Failed(ErrorCode.SignInFailed, $"the issuer's answer, of status {unreadable.Status}, holds no token"),
                _ => new SignInResult.Failed(ErrorCode.SignInFailed, "the issuer did not take the code"),
            };
        }
        catch (TokenRequestException unanswered)
        {
            return new SignInResult.Failed(ErrorCode.IssuerUnavailable, unanswered.Message);
        }
    }

    private async Task<SignInResult> IdentifyAsync(SignInRequest request, TokenAnswer.Granted granted, CancellationToken cancellationToken)
    {
        var identity = Array.Find(_identities, one => one.Serves(request.Id.Provider));
        var account = identity is null
            ? new AccountAnswer.Unknown("Nobody is configured to ask whose account it is.")
            : await identity.IdentifyAsync(request.Id.Provider, granted.Access, cancellationToken).ConfigureAwait(false);
        var login = new StoredCredential(
            request.Id,
            request.Settings.Provider,
            new Credential.OAuth(granted.Access, granted.Refresh, granted.Expires),
            (account as AccountAnswer.Stated)?.Email,
            $"{_ids.NextBits():x16}{_ids.NextBits():x16}")
        {
            Account = (account as AccountAnswer.Stated)?.Account,
            Origin = request.Origin,
        };
        string[] scopes = granted.Scope?.Split(' ') ?? [.. request.Settings.Scopes];
        return new SignInResult.Completed(login, account, request.Stored, [.. request.Settings.Scopes.Except(scopes)]);
    }
}
