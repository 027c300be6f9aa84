using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Auth:Profiles</c> and <c>Auth:Orders</c>.</summary>
internal static class ProfileReader
{
    private static readonly TextForm<BillingClass> BillingWords = TextForm.Words<BillingClass>();

    private static readonly TextForm<string> KindWords = TextForm.Words(
        new[] { "api_key", "token", "oauth" }.ToDictionary(kind => kind));

    public static Dictionary<ProfileId, ProfileSettings> ReadProfiles(IList<ProfileOptions>? entries, SettingsProblems problems)
    {
        var profiles = new Dictionary<ProfileId, ProfileSettings>();
        var seen = new HashSet<ProfileId>();
        foreach (var (index, entry) in (entries ?? []).Index())
        {
            var path = $"Auth:Profiles[{index}]";
            var label = problems.ReadLabel($"{path}.Label", entry.Label);
            BillingClass? billing = null;
            string? kind = null;
            if (!string.IsNullOrEmpty(entry.Billing) && problems.TryRead($"{path}.Billing", entry.Billing, BillingWords, out var word))
                billing = word;
            if (!string.IsNullOrEmpty(entry.Kind)) problems.TryRead($"{path}.Kind", entry.Kind, KindWords, out kind);
            var audience = ReadAudience(path, entry, problems);
            if (problems.TryRead($"{path}.Id", entry.Id, TextForm.Profile, out var id) && problems.AddTo(seen, $"{path}.Id", id))
                profiles.Add(id, new ProfileSettings(id, label, billing, kind, audience));
        }
        return profiles;
    }

    public static Dictionary<ProviderId, ProfileOrder> ReadOrders(IList<OrderOptions>? entries, SettingsProblems problems)
    {
        var orders = new Dictionary<ProviderId, ProfileOrder>();
        var seen = new HashSet<ProviderId>();
        foreach (var (index, entry) in (entries ?? []).Index())
        {
            var path = $"Auth:Orders[{index}]";
            if (!problems.TryRead($"{path}.Provider", entry.Provider, TextForm.Provider, out var provider)) continue;
            var ids = ReadOrder($"{path}.Profiles", entry.Profiles, provider, problems);
            if (problems.AddTo(seen, $"{path}.Provider", provider)) orders.Add(provider, new ProfileOrder(ids, "configuration"));
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
        var seen = new HashSet<ProfileId>();
        foreach (var (index, text) in (texts ?? []).Index())
        {
            var at = $"{path}[{index}]";
            if (!problems.TryRead(at, text, TextForm.Profile, out var id)) continue;
            if (id.Provider != provider) problems.Add(at, "must be a profile of the order's provider");
            else if (problems.AddTo(seen, at, id)) ids.Add(id);
        }
        return ids;
    }
}
