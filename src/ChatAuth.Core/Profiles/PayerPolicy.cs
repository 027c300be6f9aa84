using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Profiles;

/// <summary>Compares the payer that would be charged with the one charged last, and says whether a person is asked first. A change of payer is never silent.</summary>
internal static class PayerPolicy
{
    /// <param name="request">The resolution.</param>
    /// <param name="chosen">The profile that would be charged.</param>
    /// <param name="expected">The one that would be first if every profile were usable: the comparison while nobody was charged yet.</param>
    public static PayerVerdict Judge(ResolutionRequest request, AuthProfile chosen, AuthProfile expected)
    {
        var receipt = request.LastReceipt;
        var from = request.IsAskedOnce ? receipt?.Payer : receipt?.Payer ?? expected.Payer;
        if (from == chosen.Payer) return new PayerVerdict(PayerChange.None, from);
        if (request.Session.Acknowledged == chosen.Payer) return new PayerVerdict(PayerChange.Acknowledged, from);
        if (FindConsent(request, from, chosen.Payer) is { } consent)
        {
            return new PayerVerdict(consent.Scope is ConsentScope.Never ? PayerChange.Denied : PayerChange.Consented, from, consent);
        }
        if (request.IsAskedOnce) return new PayerVerdict(PayerChange.Asked, from);
        var sameVendor = (receipt?.Model.Provider ?? expected.Provider) == chosen.Provider;
        return new PayerVerdict(sameVendor ? WithinVendor(request, chosen, receipt?.Billing ?? expected.Billing) : PayerChange.Asked, from);
    }

    private static PayerChange WithinVendor(ResolutionRequest request, AuthProfile chosen, BillingClass before)
    {
        if (before == chosen.Billing && (CameByTheLink(request, chosen) || request.Order?.IndexOf(chosen.Id) >= 0)) return PayerChange.Announced;
        var preset = (before, chosen.Billing) switch
        {
            (BillingClass.Subscription, BillingClass.Metered) => request.Consent.SubscriptionToMetered,
            (BillingClass.Metered, BillingClass.Subscription) => request.Consent.MeteredToSubscription,
            var (a, b) when a == b => request.Consent.SameBilling,
            _ => ConsentPreset.Ask,
        };
        return preset switch
        {
            ConsentPreset.Allow => PayerChange.Announced,
            ConsentPreset.Refuse => PayerChange.Denied,
            _ => PayerChange.Asked,
        };
    }

    /// <summary>A person chose it in the conversation that this thread follows.</summary>
    private static bool CameByTheLink(ResolutionRequest request, AuthProfile chosen) =>
        request.ChoiceInherited && request.Session.Pins[request.Model.Provider].OfPerson?.Profile == chosen.Id;

    private static Consent? FindConsent(ResolutionRequest request, Payer? from, Payer to)
    {
        foreach (var consent in request.Session.Consents)
        {
            var question = consent.Question;
            if (question.Kind is QuestionKind.PayerChange && question.To == to && question.From == from
                && question.Choice == request.Session.ChoiceId
                && (consent.Scope is not ConsentScope.Once || consent.By == request.Asker.Person))
            {
                return consent;
            }
        }
        return null;
    }
}
