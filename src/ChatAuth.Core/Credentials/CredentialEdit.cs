using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>One change of a credential store. Everything that it does not speak of stays as it is, unknown fields included.</summary>
public abstract record CredentialEdit
{
    private protected CredentialEdit() { }

    /// <summary>Stores an entry under its id, in the place of the one that is there; a new one comes last.</summary>
    /// <param name="Entry">The entry; <see cref="StoredCredential.Inherited"/> is not stored.</param>
    public sealed record Put(StoredCredential Entry) : CredentialEdit;

    /// <summary>Removes an entry with all its fields; nothing happens without one.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record Remove(ProfileId Id) : CredentialEdit;

    /// <summary>Replaces the explicit order of a provider.</summary>
    /// <param name="Provider">The provider.</param>
    /// <param name="Profiles">The order; null or empty removes it.</param>
    public sealed record SetOrder(ProviderId Provider, IReadOnlyList<ProfileId>? Profiles) : CredentialEdit;
}
