using System.Text.Json.Nodes;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Configuration;

/// <summary>What is taken over of a <c>clawdbot.json</c>. It is done once: what the operator says anywhere stays as it is.</summary>
internal static class TakeOverChanges
{
    private const string Cooldowns = "Auth:Cooldowns:";

    /// <summary>Writes what nobody says yet.</summary>
    public static void TakeOver(this StateFileDraft draft, ClawdbotSettings settings)
    {
        var unsaid = settings.Unsaid(draft.FindPlace);
        if (unsaid.Default is { } model) draft.Set("Model:Default", model.ToString());
        Put("Model:Fallbacks", unsaid.Fallbacks.Select(fallback => (JsonNode)fallback.ToString()));
        Put("Model:Allowed", unsaid.Allowed.Concat(unsaid.Allowed.Count > 0 ? settings.Fallbacks : []).Distinct().Select(allowed => (JsonNode)allowed.ToString()));
        Put("Model:Aliases", unsaid.Aliases.Select(alias => new JsonObject { ["Id"] = alias.Key, ["Model"] = alias.Value.ToString() }));
        Put("Auth:Profiles", unsaid.Kinds.Select(kind => new JsonObject { ["Id"] = kind.Key.ToString(), ["Kind"] = kind.Value }));
        Put("Auth:Orders", unsaid.Orders.Select(order => new JsonObject
        {
            ["Provider"] = order.Key.Name, ["Profiles"] = new JsonArray([.. order.Value.Select(id => (JsonNode)id.ToString())]),
        }));
        Put("Providers", unsaid.Endpoints.Select(endpoint => new JsonObject
        {
            ["Id"] = endpoint.Provider.Name, ["BaseUrl"] = endpoint.BaseUrl?.AbsoluteUri, ["Api"] = endpoint.Api,
        }));
        foreach (var (name, hours) in unsaid.Cooldowns) draft.Set(Cooldowns + name, hours);

        void Put(string key, IEnumerable<JsonNode> entries)
        {
            JsonArray list = [.. entries];
            if (list.Count > 0) draft.Set(key, list);
        }
    }

    /// <summary>The part that neither the operator's file nor anything around it says.</summary>
    /// <param name="settings">What the other installation says.</param>
    /// <param name="placeOf">Where a key is said now.</param>
    public static ClawdbotSettings Unsaid(this ClawdbotSettings settings, Func<string, ConfigurationPlace?> placeOf)
    {
        return new ClawdbotSettings
        {
            Default = IsFree("Model:Default") ? settings.Default : null,
            Fallbacks = Free("Model:Fallbacks", settings.Fallbacks),
            Allowed = Free("Model:Allowed", settings.Allowed),
            Aliases = Free("Model:Aliases", settings.Aliases),
            Kinds = Free("Auth:Profiles", settings.Kinds),
            Orders = Free("Auth:Orders", settings.Orders),
            Endpoints = Free("Providers", settings.Endpoints),
            Cooldowns = [.. settings.Cooldowns.Where(rest => IsFree(Cooldowns + rest.Key))],
        };

        bool IsFree(string key) => placeOf(key) is null or ConfigurationPlace.Shipped;

        IReadOnlyList<T> Free<T>(string key, IReadOnlyList<T> said) => IsFree(key) ? said : [];
    }
}
