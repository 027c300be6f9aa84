using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Configuration;

/// <summary>Finds the secrets that the configuration names, and collects what is wrong with their files.</summary>
internal sealed class SecretSource(ChatAuthConfiguration loaded, ProcessEnvironment environment, List<string> problems)
{
    /// <summary>The variable by which systemd names a unit's credentials.</summary>
    private const string UnitCredentials = "CREDENTIALS_DIRECTORY";

    /// <summary>Where the unit's credential would be; null outside of a unit.</summary>
    public static string? PathOf(NamedSecret wanted, ProcessEnvironment environment) =>
        environment.Variables.GetValueOrDefault(UnitCredentials) is { Length: > 0 } directory ? Path.Combine(directory, wanted.Credential) : null;

    /// <summary>The secret; null with a problem more.</summary>
    public Secret? Find(NamedSecret wanted, string? text, string? file)
    {
        if (Secret.TryCreate(text, out var secret)) return secret;
        try
        {
            secret = string.IsNullOrEmpty(file) ? ReadCredential(wanted) : ReadFile(file);
            if (secret is not null && wanted.HasForm(secret)) return secret;
            problems.Add(secret is not null ? $"{wanted.FileKey}: the file must hold {wanted.Form}"
                : string.IsNullOrEmpty(file) ? wanted.Absent
                : $"{wanted.FileKey}: must name a file; there is none");
        }
        catch (ChatAuthException unfit)
        {
            problems.Add($"{wanted.FileKey}: {unfit.Detail}");
        }
        return null;
    }

    private Secret? ReadFile(string file) =>
        SecretFile.Read(Path.Combine(loaded.StateDirectory, file), loaded.Options.Storage.AllowGroupReadable);

    /// <summary>systemd mounts them for the unit alone: root's, and readable through an access list, which shows as the group's right.</summary>
    private Secret? ReadCredential(NamedSecret wanted) => PathOf(wanted, environment) is { } path ? SecretFile.Read(path, allowGroupReadable: true) : null;
}
