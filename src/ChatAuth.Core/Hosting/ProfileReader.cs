using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Auth:Profiles</c> and <c>Auth:Orders</c>.</summary>
internal static class ProfileReader
{
    private static readonly TextForm<BillingClass> BillingWords = TextForm.Words<BillingClass>(
        new("subscription", BillingClass.Subscription), new("metered", BillingClass.Metered), new("free", BillingClass.Free));

    private static readonly TextForm<string> KindWords = TextForm.Words<string>(
        new("api_key", "api_key"), new("token", "token"), new("oauth", "oauth"));

    public static Dictionary<ProfileId, ProfileSettings> ReadProfiles(IList<ProfileOptions>? entries, SettingsProblems problems)
    {
        var profiles = new Dictionary<ProfileId, ProfileSettings>();
        var seen = new HashSet<string>();
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Auth:Profiles[{index}]";
            var label = problems.ReadLabel($"{path}.Label", entry.Label);
            BillingClass? billing = null;
            string? kind = null;
            if (!string.IsNullOrEmpty(entry.Billing) && problems.TryRead($"{path}.Billing", entry.Billing, BillingWords, out var word))
                billing = word;
            if (!string.IsNullOrEmpty(entry.Kind)) problems.TryRead($"{path}.Kind", entry.Kind, KindWords, out kind);
            var audience = ReadAudience(path, entry, problems);
            if (problems.TryReadUnique($"{path}.Id", entry.Id, TextForm.Profile, seen, out var id))
                profiles.Add(id, new ProfileSettings(id, label, billing, kind, audience));
        }
        return profiles;
    }

    public static Dictionary<ProviderId, ProfileOrder> ReadOrders(IList<OrderOptions>? entries, SettingsProblems problems)
    {
        var orders = new Dictionary<ProviderId, ProfileOrder>();
        var seen = new HashSet<string>();
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Auth:Orders[{index}]";
            if (!problems.TryReadUnique($"{path}.Provider", entry.Provider, TextForm.Provider, seen, out var provider)) continue;
            orders.Add(provider, new ProfileOrder(ReadOrder($"{path}.Profiles", entry.Profiles, provider, problems), "configuration"));
        }
        return orders;
    }

    private static ProfileAudience ReadAudience(string path, ProfileOptions entry, SettingsProblems problems) => new(
        entry.People is { } people ? problems.ReadList($"{path}.People", people, TextForm.Person) : null,
        entry.Conversations is { } places ? problems.ReadList($"{path}.Conversations", places, TextForm.Conversation) : null,
        entry.Shared);

    private static List<ProfileId> ReadOrder(string path, IList<string>? texts, ProviderId provider, SettingsProblems problems)
    {
        var ids = new List<ProfileId>();
        var seen = new HashSet<string>();
        for (var index = 0; index < texts?.Count; index++)
        {
            var text = texts[index];
            var at = $"{path}[{index}]";
            if (!problems.TryReadUnique(at, text, TextForm.Profile, seen, out var id)) continue;
            if (id.Provider == provider) ids.Add(id);
            else problems.Add(at, "must be a profile of the order's provider");
        }
        return ids;
    }
}
