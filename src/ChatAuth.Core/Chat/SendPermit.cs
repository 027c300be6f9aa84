using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>
/// The authority to make one request, as it was decided: by this profile, charged to this payer, at this endpoint. Whoever sends redeems it right before the
/// request leaves; what it then records decides what became of the attempt. Thread-safe; it lives as long as the call.
/// </summary>
public sealed class SendPermit
{
    private const int Unspent = 0;
    private const int Spent = 1;
    private const int Left = 2;

    private readonly (ProfileId Profile, Payer Payer) _decided;
    private readonly ProviderId _provider;
    private readonly Uri? _configured;
    private readonly TimeProvider _time;
    private int _stage;

    private SendPermit((ProfileId, Payer) decided, ProviderId provider, ProviderEndpoint? endpoint, TimeProvider time) =>
        (_decided, _provider, _configured, _time) = (decided, provider, endpoint?.BaseUrl, time);

    /// <summary>The authority of a durable attempt: one of it is made.</summary>
    public static SendPermit For(Attempt attempt, ProviderEndpoint? endpoint, TimeProvider time) =>
        new((attempt.Profile, attempt.Payer), attempt.Model.Provider, endpoint, time);

    /// <summary>The authority to ask a vendor, with this profile, what no conversation pays for: which models it has, or whether it answers the operator.</summary>
    public static SendPermit For(AuthProfile profile, ProviderEndpoint? endpoint, TimeProvider time) =>
        new((profile.Id, profile.Payer), profile.Provider, endpoint, time);

    /// <summary>When it was redeemed; null while it was not.</summary>
    public DateTimeOffset? SpentAt { get; private set; }

    /// <summary>The origin that the request went to, such as <c>https://api.example</c>; null before, and of a provider that needs no network.</summary>
    public string? SentTo { get; private set; }

    /// <summary>The request's body was handed to a connection that stands, or to a provider that needs none: from here on it may be charged.</summary>
    public bool HasLeft => Volatile.Read(ref _stage) == Left;

    /// <summary>Redeems it: the next thing that happens is the request.</summary>
    /// <param name="profile">Whose credential the request shows.</param>
    /// <param name="address">Where it goes; null where nothing leaves the process.</param>
    /// <exception cref="VendorException">
    /// <see cref="ErrorCode.SendNotPermitted"/>: it was redeemed before, or was given for another profile or payer; <see cref="ErrorCode.OriginRefused"/>: it was
    /// given for another endpoint. The request must not be made.
    /// </exception>
    public void Spend(AuthProfile profile, Uri? address)
    {
        if ((profile.Id, profile.Payer) != _decided) throw new VendorException(ErrorCode.SendNotPermitted, null, mayHaveBeenCharged: HasLeft);
        var origin = address?.GetLeftPart(UriPartial.Authority);
        if (origin is not null && !Allows(origin)) throw new VendorException(ErrorCode.OriginRefused, null, mayHaveBeenCharged: HasLeft);
        if (Interlocked.CompareExchange(ref _stage, Spent, Unspent) != Unspent)
        {
            throw new VendorException(ErrorCode.SendNotPermitted, null, mayHaveBeenCharged: HasLeft);
        }
        (SpentAt, SentTo) = (_time.GetUtcNow(), origin);
    }

    /// <summary>The body leaves now; false when it must not, because it was not redeemed or has left before.</summary>
    public bool TryLeave() => Interlocked.CompareExchange(ref _stage, Left, Spent) == Spent;

    /// <summary>What became of an attempt without a whole answer: what never left is charged to nobody, and neither is what a vendor refused.</summary>
    /// <param name="failure">What the vendor said; null when nobody waited for it.</param>
    internal AttemptOutcome OutcomeAfter(VendorException? failure) =>
        HasLeft && failure is not { MayHaveBeenCharged: false } ? AttemptOutcome.Unknown : AttemptOutcome.Failed;

    /// <summary>Without a configured address it is the vendor's own, where that is known.</summary>
    private bool Allows(string origin) =>
        (_configured?.GetLeftPart(UriPartial.Authority) ?? EndpointOrigin.OwnOf(_provider)) is not { } decided || decided == origin;
}
