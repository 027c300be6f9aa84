namespace ChatAuth.Configuration;

/// <summary>What the text of a key must be.</summary>
internal enum KeyKind
{
    Text,
    Number,
    Flag,
}

/// <summary>Every key there is, <c>*</c> for a position in a list. A test compares it with the options.</summary>
internal static class KnownKeys
{
    public static IReadOnlyDictionary<string, KeyKind> All { get; } = new Dictionary<string, KeyKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["Model:Default"] = KeyKind.Text,
        ["Model:Fallbacks:*"] = KeyKind.Text,
        ["Model:Allowed:*"] = KeyKind.Text,
        ["Models:*:Id"] = KeyKind.Text,
        ["Models:*:Aliases:*"] = KeyKind.Text,
        ["Models:*:Label"] = KeyKind.Text,
        ["Providers:*:Id"] = KeyKind.Text,
        ["Providers:*:BaseUrl"] = KeyKind.Text,
        ["Providers:*:Api"] = KeyKind.Text,
        ["Auth:Profiles:*:Id"] = KeyKind.Text,
        ["Auth:Profiles:*:Label"] = KeyKind.Text,
        ["Auth:Profiles:*:Billing"] = KeyKind.Text,
        ["Auth:Profiles:*:Kind"] = KeyKind.Text,
        ["Auth:Profiles:*:People:*"] = KeyKind.Text,
        ["Auth:Profiles:*:Conversations:*"] = KeyKind.Text,
        ["Auth:Profiles:*:Shared"] = KeyKind.Flag,
        ["Auth:Orders:*:Provider"] = KeyKind.Text,
        ["Auth:Orders:*:Profiles:*"] = KeyKind.Text,
        ["Auth:Rules:*:Id"] = KeyKind.Text,
        ["Auth:Rules:*:Effect"] = KeyKind.Text,
        ["Auth:Rules:*:Profiles:*"] = KeyKind.Text,
        ["Auth:Rules:*:Models:*"] = KeyKind.Text,
        ["Auth:Rules:*:Conversations:*"] = KeyKind.Text,
        ["Auth:Rules:*:Kinds:*"] = KeyKind.Text,
        ["Auth:Rules:*:People:*"] = KeyKind.Text,
        ["Auth:Consent:SubscriptionToMetered"] = KeyKind.Text,
        ["Auth:Consent:SameBilling"] = KeyKind.Text,
        ["Auth:Consent:MeteredToSubscription"] = KeyKind.Text,
        ["Auth:Cooldowns:BillingBackoffHours"] = KeyKind.Number,
        ["Auth:Cooldowns:BillingMaxHours"] = KeyKind.Number,
        ["Auth:Cooldowns:FailureWindowHours"] = KeyKind.Number,
        ["Auth:WarnWithinHours"] = KeyKind.Number,
        ["Access:Rules:*:Id"] = KeyKind.Text,
        ["Access:Rules:*:Effect"] = KeyKind.Text,
        ["Access:Rules:*:Rights:*"] = KeyKind.Text,
        ["Access:Rules:*:People:*"] = KeyKind.Text,
        ["Access:Rules:*:Roles:*"] = KeyKind.Text,
        ["Access:Rules:*:Conversations:*"] = KeyKind.Text,
        ["Sessions:PinsEndWithSession"] = KeyKind.Flag,
        ["Storage:StateDirectory"] = KeyKind.Text,
        ["Storage:AllowGroupReadable"] = KeyKind.Flag,
    };

    /// <summary>Every place that holds keys or entries instead of a value; the empty text is the section itself.</summary>
    public static IReadOnlySet<string> Sections { get; } = All.Keys.SelectMany(Parents).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Parents(string pattern)
    {
        for (var end = pattern.LastIndexOf(':'); end >= 0; end = pattern.LastIndexOf(':', end - 1))
        {
            yield return pattern[..end];
        }
        yield return "";
    }
}
