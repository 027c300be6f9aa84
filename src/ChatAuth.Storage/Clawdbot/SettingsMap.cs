using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>Says in our terms what stands in a <c>clawdbot.json</c>, and notes what was understood.</summary>
internal sealed class SettingsMap(ForeignNode root)
{
    private const double MostHours = 87_600;
    private static readonly string[] Rests = ["billingBackoffHours", "billingMaxHours", "failureWindowHours"];
    private static readonly string[] Modes = ["api_key", "token", "oauth"];

    public ClawdbotSettings Read()
    {
        var model = root.Find("agents", "defaults", "model");
        var primary = model?.Value.ValueKind is JsonValueKind.String ? model : model?.Find("primary");
        ModelRef? main = primary is not null && primary.TryTake<ModelRef>(ModelRef.TryParse, out var named) ? named : null;
        var listed = ReadListed();
        return new ClawdbotSettings
        {
            Default = main,
            Fallbacks = [.. Texts<ModelRef>(model?.Find("fallbacks"), ModelRef.TryParse).Distinct().Where(fallback => fallback != main)],
            Allowed = [.. listed.Select(entry => entry.Model)],
            Aliases = ReadAliases(listed),
            Kinds = [.. ReadKinds()],
            Orders = [.. ReadOrders()],
            Cooldowns = [.. ReadCooldowns()],
            Endpoints = [.. ReadEndpoints()],
        };
    }

    private static IEnumerable<T> Texts<T>(ForeignNode? list, ForeignNode.Form<T> form)
    {
        if (list is null) yield break;
        if (list.Value.ValueKind is not JsonValueKind.Array) list.Refuse(UnmappedReason.Unusable);
        list.Enter();
        foreach (var item in list.Items())
        {
            if (item.TryTake(form, out var value)) yield return value;
        }
    }

    private List<(ModelRef Model, ForeignNode Node)> ReadListed()
    {
        var listed = new List<(ModelRef, ForeignNode)>();
        foreach (var entry in root.Find("agents", "defaults", "models")?.Fields() ?? [])
        {
            if (!ModelRef.TryParse(entry.Key, out var model)) entry.Refuse(UnmappedReason.Unusable);
            else if (listed.Exists(known => known.Item1 == model)) entry.Refuse(UnmappedReason.Covered);
            else
            {
                listed.Add((model, entry));
                if (entry.Fields().Any()) entry.Enter();
                else entry.Take();
            }
        }
        return listed;
    }

    private static List<KeyValuePair<string, ModelRef>> ReadAliases(List<(ModelRef Model, ForeignNode Node)> listed)
    {
        var aliases = new List<KeyValuePair<string, ModelRef>>();
        foreach (var (model, node) in listed)
        {
            if (node.Find("alias") is not { } alias) continue;
            if (alias.Value.ValueKind is JsonValueKind.String && alias.Value.GetString() == "") alias.Take();
            else if (aliases.Exists(known => known.Key.Equals(alias.Value.ToString().Trim(), StringComparison.OrdinalIgnoreCase))) alias.Refuse(UnmappedReason.Covered);
            else if (alias.TryTake<string>(TryReadAlias, out var name)) aliases.Add(new(name, model));
        }
        return aliases;
    }

    private static bool TryReadAlias(ReadOnlySpan<char> text, out string name)
    {
        name = text.ToString();
        return AliasName.FindFault(name) is null && !SecretInput.IsSuspect(text);
    }

    private IEnumerable<KeyValuePair<ProfileId, string>> ReadKinds()
    {
        var seen = new HashSet<ProfileId>();
        foreach (var entry in root.Find("auth", "profiles")?.Fields() ?? [])
        {
            if (!ForeignId.TryParse(entry.Key, out var id) || entry.Find("provider") is { } provider && !IsOf(provider.Value, id)) entry.Refuse(UnmappedReason.Unusable);
            else if (!seen.Add(id)) entry.Refuse(UnmappedReason.Covered);
            else
            {
                entry.Enter();
                entry.Find("provider")?.Take();
                if (entry.Find("mode") is { } mode && mode.TryTake<string>(TryReadMode, out var kind)) yield return new(id, kind);
            }
        }
    }

    private static bool IsOf(JsonElement provider, ProfileId id) =>
        provider.ValueKind is JsonValueKind.String && ProviderId.TryParse(provider.GetString(), out var named) && named == id.Provider;

    private static bool TryReadMode(ReadOnlySpan<char> text, out string mode)
    {
        mode = text.ToString();
        return Modes.Contains(mode);
    }

    private IEnumerable<KeyValuePair<ProviderId, IReadOnlyList<ProfileId>>> ReadOrders()
    {
        var seen = new HashSet<ProviderId>();
        foreach (var entry in root.Find("auth", "order")?.Fields() ?? [])
        {
            if (!ProviderId.TryParse(entry.Key, out var provider)) entry.Refuse(UnmappedReason.Unusable);
            else if (!seen.Add(provider)) entry.Refuse(UnmappedReason.Covered);
            else
            {
                List<ProfileId> ids = [.. Texts<ProfileId>(entry, (text, out id) => ForeignId.TryParse(text, out id) && id.Provider == provider).Distinct()];
                if (ids.Count > 0) yield return new(provider, ids);
                else entry.Refuse(UnmappedReason.Unusable);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, double>> ReadCooldowns()
    {
        foreach (var name in Rests)
        {
            if (root.Find("auth", "cooldowns", name) is not { } rest) continue;
            if (rest.Value.ValueKind is JsonValueKind.Number && rest.Value.TryGetDouble(out var hours) && hours is > 0 and <= MostHours)
            {
                rest.Take();
                yield return new($"{char.ToUpperInvariant(name[0])}{name[1..]}", hours);
            }
            else
            {
                rest.Refuse(UnmappedReason.Unusable);
            }
        }
    }

    private IEnumerable<ProviderEndpoint> ReadEndpoints()
    {
        var seen = new HashSet<ProviderId>();
        foreach (var entry in root.Find("models", "providers")?.Fields() ?? [])
        {
            if (!ProviderId.TryParse(entry.Key, out var provider)) entry.Refuse(UnmappedReason.Unusable);
            else if (!seen.Add(provider)) entry.Refuse(UnmappedReason.Covered);
            else
            {
                var address = entry.Find("baseUrl")?.Take<Uri>(ProviderEndpoint.TryParseAddress);
                var api = entry.Find("api")?.Take<string>(TryReadApi);
                if (address is not null || api is not null) yield return new(provider, address, api);
            }
        }
    }

    private static bool TryReadApi(ReadOnlySpan<char> text, out string api)
    {
        api = text.ToString();
        return api.Length <= 64 && api.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }
}
