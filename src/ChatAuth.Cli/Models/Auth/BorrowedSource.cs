using System.Text.Json;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>A program whose login can be borrowed, and what the operator said about it.</summary>
/// <param name="Source">The program.</param>
/// <param name="IsThere">It seems to hold a login.</param>
/// <param name="Said">What the configuration says.</param>
internal sealed record BorrowedSource(ICredentialSource Source, bool IsThere, ImportSettings Said)
{
    public static BorrowedSource Of(ICredentialSource source, ChatAuthSettings settings) =>
        new(source, source.FindMark() is not null, settings.Imports.GetValueOrDefault(source.Name) ?? new ImportSettings(source.Name));

    /// <summary>Whether the program is taken to renew that profile; it is not looked into here.</summary>
    public bool Renews(AuthProfile profile) =>
        IsThere && !Said.Removed && profile.Id == Source.Profile && profile.Source == Source.Name && profile.Credential is Credential.OAuth;

    public string Describe()
    {
        var said = Said switch
        {
            { Removed: true } => "removed; chatauth models auth accept brings it back",
            { Accepted: true } => "accepted",
            _ => "can be pinned; chosen automatically once accepted",
        };
        return $"{Source.Name}  {Source.Program} as {Source.Profile}  {(IsThere ? "login found" : $"no login, {Source.SignInCommand} makes one")}  {said}";
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("source", Source.Name);
        json.WriteString("program", Source.Program);
        json.WriteString("profileId", Source.Profile.ToString());
        json.WriteBoolean("found", IsThere);
        json.WriteBoolean("accepted", Said.Accepted);
        json.WriteBoolean("removed", Said.Removed);
        json.WriteEndObject();
    }
}
