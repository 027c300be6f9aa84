using System.Text.Json.Nodes;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Configuration;

/// <summary>What the command line writes into section <c>Auth</c>.</summary>
internal static class AuthChanges
{
    private const string Imports = "Auth:Imports";
    private const string Profiles = "Auth:Profiles";
    private const string Orders = "Auth:Orders";

    /// <summary>Says what happens with the login of another program.</summary>
    public static void PutImport(this StateFileDraft draft, ImportSettings import)
    {
        var entries = draft.CopyList(Imports, draft.Effective.Auth.Imports.Select(Entry));
        var entry = entries.FindEntry(id => id == import.Source) ?? entries.AddEntry(import.Source);
        entry["Accepted"] = import.Accepted;
        entry["Removed"] = import.Removed;
        entry["Refresh"] = import.Refresh;
        draft.Set(Imports, entries);
    }

    /// <summary>
    /// Says which kind of credential a profile is, and puts it first in its provider's order where this file has one. Profiles that the
    /// host describes are left alone: a list here would hide what it says about the others.
    /// </summary>
    /// <param name="draft">The edit.</param>
    /// <param name="id">The profile.</param>
    /// <param name="kind">Its kind, <see cref="Credential.Kind"/>.</param>
    public static void DescribeProfile(this StateFileDraft draft, ProfileId id, string kind)
    {
        if (draft.Effective.Auth.Profiles.FirstOrDefault(profile => IsSame(profile.Id, id)) is not { } known || known.Kind != kind) PutProfile(draft, id, kind);
        if (draft.FindPlace(Orders) is ConfigurationPlace.StateFile) PutFirst(draft, id);
    }

    private static void PutProfile(StateFileDraft draft, ProfileId id, string kind)
    {
        if (draft.FindPlace(Profiles) is ConfigurationPlace.Host)
        {
            draft.LeaveAlone(Profiles, ConfigurationPlace.Host);
            return;
        }
        var entries = draft.CopyList(Profiles, []); // what is shipped describes no profile
        var entry = entries.FindEntry(text => IsSame(text, id)) ?? entries.AddEntry(id.ToString());
        entry["Kind"] = kind;
        draft.Set(Profiles, entries);
    }

    private static void PutFirst(StateFileDraft draft, ProfileId id)
    {
        var orders = draft.CopyList(Orders, []);
        if (orders.FindEntry(text => ProviderId.TryParse(text, out var provider) && provider == id.Provider, "Provider") is not { } order) return;
        var others = order["Profiles"] is JsonArray profiles ? profiles.Where(item => !IsSame(item?.GetValue<string>(), id)).Select(item => item?.DeepClone()) : [];
        order["Profiles"] = new JsonArray([id.ToString(), .. others]);
        draft.Set(Orders, orders);
    }

    private static JsonObject Entry(ImportOptions import) =>
        new() { ["Id"] = import.Id, ["Accepted"] = import.Accepted, ["Removed"] = import.Removed, ["Refresh"] = import.Refresh };

    private static bool IsSame(string? text, ProfileId id) => ProfileId.TryParse(text, out var named) && named == id;
}
