using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Changes one entry of an <c>auth-profiles.json</c>. A field that means already what it shall mean is not touched; neither is one that is unknown.
/// </summary>
internal static class EntryEdit
{
    private const string Own = "chatauth";

    /// <summary>What belongs to one kind of credential, and goes when the kind changes.</summary>
    private static readonly string[] FieldsOfKinds = ["key", "token", "access", "refresh", "expires"];

    /// <summary>The entry after it was put.</summary>
    /// <param name="entry">The entry as it is; empty for a new one.</param>
    /// <param name="wanted">What it shall be.</param>
    public static SpelledObject Apply(SpelledObject entry, StoredCredential wanted)
    {
        var kind = wanted.Credential.Kind;
        var kept = CredentialReader.ReadCredential(Read(entry)).Kind == kind
            ? entry
            : entry.Without(FieldsOfKinds.Contains).With("type", SpelledObject.Spell(kind));
        var edited = Apply(kept, ChangesOf(wanted, Read(kept)));
        var own = edited.Inside(Own);
        var changes = OwnChangesOf(wanted, Read(own)).ToList();
        if (changes.Count == 0) return edited;
        own = Apply(own, changes);
        return own.IsEmpty ? edited.Without(Own.Equals) : edited.With(Own, own.ToJson());
    }

    private static IEnumerable<Change> ChangesOf(StoredCredential wanted, JsonElement was)
    {
        if (!ProviderId.TryParse(was.Text("provider"), out var provider) || provider != wanted.Provider) yield return new("provider", wanted.Provider.Name);
        foreach (var (name, secret) in SecretsOf(wanted.Credential))
        {
            if (!Equals(CredentialReader.ReadSecret(was, name), secret)) yield return new(name, secret?.Reveal());
        }
        var expires = wanted.Credential.Expires?.ToUnixTimeMilliseconds();
        if (wanted.Credential is Credential.Token or Credential.OAuth && was.Moment("expires")?.ToUnixTimeMilliseconds() != expires)
            yield return new("expires", expires?.ToString(CultureInfo.InvariantCulture), IsNumber: true);
        if (was.Text("email") != wanted.Email) yield return new("email", wanted.Email);
    }

    /// <summary>What the original has no field for.</summary>
    private static IEnumerable<Change> OwnChangesOf(StoredCredential wanted, JsonElement was)
    {
        if (was.Text("signIn") != wanted.SignIn) yield return new("signIn", wanted.SignIn);
        if (was.Text("account") != wanted.Account) yield return new("account", wanted.Account);
        var source = wanted.IsImport ? wanted.Source : null;
        if (was.Text("source") != source) yield return new("source", source);
        if (was.Text("origin") != wanted.Origin) yield return new("origin", wanted.Origin);
        if (CredentialReader.ReadRefresh(was) != wanted.Refresh)
            yield return new("refresh", wanted.Refresh is RefreshState.Untroubled ? null : Kebab.Of(wanted.Refresh));
    }

    private static IEnumerable<(string Name, Secret? Secret)> SecretsOf(Credential credential) => credential switch
    {
        Credential.ApiKey key => [("key", key.Key)],
        Credential.Token token => [("token", token.Value)],
        Credential.OAuth login => [("access", login.Access), ("refresh", login.Refresh)],
        _ => [],
    };

    private static SpelledObject Apply(SpelledObject json, IEnumerable<Change> changes) => changes.Aggregate(json, (edited, change) => change switch
    {
        { Value: null } => edited.Without(change.Name.Equals),
        { IsNumber: true } => edited.With(change.Name, Encoding.ASCII.GetBytes(change.Value)),
        _ => edited.With(change.Name, SpelledObject.Spell(change.Value)),
    });

    private static JsonElement Read(SpelledObject json) => JsonElement.Parse(json.ToJson().Span);

    /// <param name="Name">The field.</param>
    /// <param name="Value">What it shall hold; null removes it.</param>
    /// <param name="IsNumber">It is a number, else a text.</param>
    private readonly record struct Change(string Name, string? Value, bool IsNumber = false);
}
